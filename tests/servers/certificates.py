"""A private certificate authority, and good and bad server certificates signed by it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

KINDS = ("good", "expired", "selfsigned", "wronghost")


@dataclass(frozen=True)
class Certificate:
    """PEM texts: of the authority to trust, and of the server with its key."""

    ca: str
    chain: str
    key: str

    def write(self, folder: Path) -> tuple[Path, Path, Path]:
        """Write ca.pem, server.pem and server.key (0600) and return their paths."""
        paths = folder / "ca.pem", folder / "server.pem", folder / "server.key"
        for path, text in zip(paths, (self.ca, self.chain, self.key), strict=True):
            path.write_text(text)
        paths[2].chmod(0o600)
        return paths


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _pem(certificate: x509.Certificate) -> str:
    return certificate.public_bytes(serialization.Encoding.PEM).decode()


@cache
def _authority() -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
    key = ec.generate_private_key(ec.SECP256R1())
    now = datetime.now(UTC)
    usage = x509.KeyUsage(
        digital_signature=True,
        key_cert_sign=True,
        crl_sign=True,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(_name("Balie test CA"))
        .issuer_name(_name("Balie test CA"))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=400))
        .not_valid_after(now + timedelta(days=400))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    return key, certificate


@cache
def certificate(kind: str = "good") -> Certificate:
    """Return the certificate of a server on localhost; `kind` is one of KINDS."""
    ca_key, ca = _authority()
    key = ec.generate_private_key(ec.SECP256R1())
    now = datetime.now(UTC)
    ends = now - timedelta(days=30) if kind == "expired" else now + timedelta(days=300)
    names: list[x509.GeneralName] = [x509.DNSName("mail.elders.example")]
    if kind != "wronghost":
        names = [x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))]
    signer, issuer = (key, _name("localhost")) if kind == "selfsigned" else (ca_key, ca.subject)
    authority = x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key())
    made = (
        x509.CertificateBuilder()
        .subject_name(_name("localhost"))
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=60))
        .not_valid_after(ends)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(authority, critical=False)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(signer, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return Certificate(_pem(ca), _pem(made), private.decode())
