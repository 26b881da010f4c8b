"""The configuration files of the test mail server (Dovecot 2.3, Exim 4.96, Debian 12)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.servers.mail import MailOptions, MailPorts

PASSWORD = "geheim"

# Whoever comes with the password has a mailbox: a user file is read again only once a second.
DOVECOT = r"""
base_dir = @folder@/run
state_dir = @folder@/state
log_path = @folder@/log/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
default_internal_user = @user@
default_internal_group = @group@
default_login_user = @user@
first_valid_uid = 1
mail_uid = @user@
mail_gid = @group@
mail_home = @folder@/boxes/%u
mail_location = maildir:~/Maildir
mail_fsync = never
mail_plugins = quota
ssl = yes
ssl_cert = <@folder@/server.pem
ssl_key = <@folder@/server.key
ssl_min_protocol = TLSv1.2
disable_plaintext_auth = no
auth_mechanisms = plain login @mechanisms@
auth_failure_delay = 0
recipient_delimiter = +
imap_idle_notify_interval = 10 secs
mail_max_userip_connections = 100
@capability@
plugin {
  quota = maildir:User quota
  quota_rule = *:storage=@quota@
}
@oauth@
passdb {
  driver = static
  args = password=@password@
}
userdb {
  driver = static
  args = uid=@user@ gid=@group@ home=@folder@/boxes/%u
}
namespace inbox {
  inbox = yes
  separator = @separator@
  prefix = @prefix@
@folders@
}
service imap-login {
  chroot =
  service_count = 0
  process_min_avail = 1
  inet_listener imap {
    port = @imap@
  }
  inet_listener imaps {
    port = @imaps@
    ssl = yes
  }
}
service lmtp {
  process_min_avail = 1
  inet_listener lmtp {
    address = 127.0.0.1
    port = @lmtp@
  }
}
service imap {
  vsz_limit = 1 G
  process_min_avail = 1
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
protocol imap {
  mail_plugins = quota imap_quota
}
protocol lmtp {
  postmaster_address = postmaster@winkel.test
}
"""

SPECIAL = {"Sent": r"\Sent", "Drafts": r"\Drafts", "Trash": r"\Trash", "Junk": r"\Junk"}

OAUTH_PASSDB = """
passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = @folder@/oauth2.ext
}
"""

EXIM = r"""
primary_hostname = mx.winkel.test
exim_path = @folder@/exim4
exim_user = @user@
exim_group = @group@
deliver_drop_privilege
spool_directory = @folder@/spool
log_file_path = @folder@/log/exim-%slog
pid_file_path = @folder@/run/exim.pid
domainlist local_domains = winkel.test : klant.test
daemon_smtp_ports = @smtp@ : @submission@ : @smtps@
tls_on_connect_ports = @smtps@
local_interfaces = 127.0.0.1
tls_advertise_hosts = *
tls_certificate = @folder@/server.pem
tls_privatekey = @folder@/server.key
tls_dhparam = none
auth_advertise_hosts = ${if eq{$received_port}{@smtp@}{}{*}}
smtp_accept_max = 100
smtp_accept_max_per_host = 100
message_size_limit = @size@
smtputf8_advertise_hosts = *
never_users =
keep_environment =
host_lookup =
rfc1413_query_timeout = 0s
queue_run_in_order
retry_interval_max = 2s
acl_smtp_rcpt = acl_rcpt
acl_smtp_data = acl_data
begin acl
acl_rcpt:
  deny    message = 530 5.7.0 Authentication required
          condition = ${if eq{$received_port}{@smtp@}{no}{yes}}
          !authenticated = *
  defer   message = 4.2.1 try again later
          local_parts = tijdelijk
  deny    message = 5.1.1 no such user here
          local_parts = onbekend
  deny    message = 5.1.1 no such user here
          domains = +local_domains
          !condition = ${lookup{${sg{$local_part}{\N\+.*$\N}{}}@$domain}\
              lsearch{@folder@/exim.users}{yes}{no}}
  accept  domains = +local_domains
  deny    message = 5.7.1 relaying denied
acl_data:
  deny    message = 5.7.1 this content is refused
          condition = ${if eq{$h_X-Test-Refuse:}{5}{yes}{no}}
  defer   message = 4.3.0 not now
          condition = ${if eq{$h_X-Test-Refuse:}{4}{yes}{no}}
  accept
begin routers
local:
  driver = manualroute
  domains = +local_domains
  route_list = * 127.0.0.1
  self = send
  transport = to_dovecot
begin transports
to_dovecot:
  driver = smtp
  protocol = lmtp
  port = @lmtp@
  allow_localhost
  hosts_try_chunking =
  hosts_avoid_tls = *
begin retry
* * F,2m,1s
begin authenticators
@oauth@
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = ${if eq{${lookup{$auth2}lsearch{@folder@/exim.users}}}{$auth3}\
    {${if eq{$auth3}{}{no}{yes}}}{no}}
  server_set_id = $auth2
login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = Username:: : Password::
  server_condition = ${if eq{${lookup{$auth1}lsearch{@folder@/exim.users}}}{$auth2}\
    {${if eq{$auth2}{}{no}{yes}}}{no}}
  server_set_id = $auth1
"""

# Exim asks the provider itself whether the token belongs to the user that the client names.
EXIM_OAUTH = r"""xoauth2:
  driver = plaintext
  public_name = XOAUTH2
  server_prompts = :
  server_condition = ${if match{$auth1}{\N^user=([^\x01]+)\x01auth=Bearer ([^\x01]+)\N}\
    {${if match{${readsocket{inet:@provider@}\
      {GET /introspect?token=$2 HTTP/1.0\r\n\r\n}{5s}{ }{}}}\
      {\N"active":"true","email":"\N$1"}{yes}{no}}}{no}}
  server_set_id = ${if match{$auth1}{\N^user=([^\x01]+)\N}{$1}}
"""


def _filled(template: str, values: dict[str, object]) -> str:
    for name, value in values.items():
        template = template.replace(f"@{name}@", str(value))
    return template


def _folders(separator: str) -> str:
    lines = []
    for name, use in SPECIAL.items():
        lines.append(f"  mailbox {name} {{\n    auto = subscribe\n    special_use = {use}\n  }}")
    lines.append(
        f'  mailbox "Klachten & Vragen{separator}Bestellingen €" {{\n    auto = subscribe\n  }}'
    )
    return "\n".join(lines)


def dovecot_conf(
    folder: Path, ports: MailPorts, options: MailOptions, account: tuple[str, str]
) -> str:
    """Return dovecot.conf."""
    oauth = OAUTH_PASSDB if options.introspection else ""
    values = {
        "oauth": oauth,
        "password": PASSWORD,
        "folders": _folders(options.separator),
        "folder": folder,
        "user": account[0],
        "group": account[1],
        "mechanisms": "xoauth2 oauthbearer" if oauth else "",
        "capability": f"imap_capability = {options.capability}" if options.capability else "",
        "quota": options.quota,
        "separator": options.separator,
        "prefix": options.prefix,
        "imap": ports.imap,
        "imaps": ports.imaps,
        "lmtp": ports.lmtp,
    }
    return _filled(DOVECOT, values)


def exim_conf(
    folder: Path, ports: MailPorts, options: MailOptions, account: tuple[str, str]
) -> str:
    """Return exim.conf."""
    values = {
        "oauth": EXIM_OAUTH if options.introspection else "",
        "provider": options.introspection,
        "folder": folder,
        "user": account[0],
        "group": account[1],
        "size": options.size_limit,
        "smtp": ports.smtp,
        "submission": ports.submission,
        "smtps": ports.smtps,
        "lmtp": ports.lmtp,
    }
    return _filled(EXIM, values)


def oauth_conf(options: MailOptions) -> str:
    """Return the settings with which Dovecot checks a token."""
    lines = [
        f"introspection_url = http://{options.introspection}/introspect?token=",
        "introspection_mode = get",
        "username_attribute = email",
        "active_attribute = active",
        "active_value = true",
        "force_introspection = yes",
    ]
    return "\n".join(lines) + "\n"
