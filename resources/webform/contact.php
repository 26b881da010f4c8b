<?php
// Mails what was filled in on the contact form, in the form that Balie reads (X-Webcare-Form: v1).
// Put this file beside the form, on hosting with PHP 7.4 or newer. It keeps nothing.
declare(strict_types=1);

const FIRM = @@php:firm@@;
const TO = @@php:to@@;
const FROM = @@php:sender@@;
const TEXTS = @@php:texts@@;
const LINES = ['name' => 200, 'email' => 200, 'phone' => 40, 'order_no' => 60, 'subject' => 200];
const LONGEST = 20000;

/** Returns a field as text that is valid UTF-8; on one line unless it is the message. */
function filled(string $name, int $longest): string
{
    $value = $_POST[$name] ?? '';
    $value = is_string($value) && preg_match('//u', $value) ? $value : '';
    $value = $name === 'message'
        ? (string) preg_replace('/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/u', '', str_replace(["\r\n", "\r"], "\n", $value))
        : (string) preg_replace('/[\p{C}\s]+/u', ' ', $value);
    preg_match('/^.{0,' . $longest . '}/us', trim($value), $found);
    return $found[0];
}

/** Returns a text for a header: encoded words (RFC 2047), never a line of its own. */
function encoded(string $text): string
{
    $words = [];
    $piece = '';
    foreach (preg_split('//u', $text, -1, PREG_SPLIT_NO_EMPTY) as $letter) {
        if (strlen($piece . $letter) > 42) {
            $words[] = '=?UTF-8?B?' . base64_encode($piece) . '?=';
            $piece = '';
        }
        $piece .= $letter;
    }
    $words[] = '=?UTF-8?B?' . base64_encode($piece) . '?=';
    return implode("\r\n ", $words);
}

/** Shows a page, and nothing of what was filled in. */
function show(int $status, string $what, array $texts, string $language): void
{
    http_response_code($status);
    header('Content-Type: text/html; charset=utf-8');
    header('Cache-Control: no-store');
    $safe = static fn (string $text): string => htmlspecialchars($text, ENT_QUOTES, 'UTF-8');
    echo '<!DOCTYPE html><html lang="', $language, '"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1"><title>',
        $safe($texts[$what . '_title']), '</title></head>',
        '<body style="font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 36rem; padding: 0 1rem">',
        '<main><h1>', $safe($texts[$what . '_title']), '</h1><p>', $safe($texts[$what]), '</p><p><a href="',
        $texts['form'], '">', $safe($texts['back']), '</a></p></main></body></html>';
}

/** Returns a name for these words that is the same when they are sent twice within the hour. */
function identity(array $fields): string
{
    $hash = hash('sha256', json_encode([FIRM, $fields, gmdate('YmdH')]));
    return sprintf('%s-%s-5%s-a%s-%s', substr($hash, 0, 8), substr($hash, 8, 4),
        substr($hash, 13, 3), substr($hash, 17, 3), substr($hash, 20, 12));
}

$language = ($_POST['lang'] ?? '') === 'en' ? 'en' : 'nl';
$texts = TEXTS[$language];
if (($_SERVER['REQUEST_METHOD'] ?? '') !== 'POST') {
    header('Allow: POST');
    header('Location: ' . $texts['form'], true, 303);
    exit;
}
$fields = [];
foreach (LINES as $name => $longest) {
    $fields[$name] = filled($name, $longest);
}
$fields['message'] = filled('message', LONGEST);
if (filled('website', 200) !== '') {
    // Nobody sees that field: a program filled it in.
    show(200, 'thanks', $texts, $language);
    exit;
}
$email = filter_var($fields['email'], FILTER_VALIDATE_EMAIL);
if ($email === false || $fields['name'] === '' || $fields['message'] === '' || filled('consent', 5) === '') {
    show(422, 'wrong', $texts, $language);
    exit;
}
$page = filter_var($_SERVER['HTTP_REFERER'] ?? '', FILTER_VALIDATE_URL);
$page = is_string($page) && preg_match('~^https?://[\x21-\x7e]{1,300}$~', $page) ? $page : '';
$id = identity($fields);
$json = json_encode([
    'v' => 1, 'form' => 'contact', 'submitted_at' => gmdate('Y-m-d\TH:i:s\Z'),
    'name' => $fields['name'], 'email' => $email, 'phone' => $fields['phone'],
    'subject' => $fields['subject'], 'message' => $fields['message'], 'page_url' => $page,
    'order_no' => $fields['order_no'], 'consent' => true, 'id' => $id,
], JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
$lines = [];
foreach (['name', 'email', 'phone', 'order_no', 'subject'] as $name) {
    if ($fields[$name] !== '') {
        $lines[] = $texts['labels'][$name] . ': ' . $fields[$name];
    }
}
if ($page !== '') {
    $lines[] = $texts['labels']['page_url'] . ': ' . $page;
}
$body = implode("\r\n", $lines) . "\r\n\r\n" . $texts['labels']['message'] . ":\r\n"
    . str_replace("\n", "\r\n", $fields['message']) . "\r\n";
$edge = '=_webcare_' . str_replace('-', '', $id);
$headers = [
    'From' => encoded(FIRM) . ' <' . FROM . '>',
    'Reply-To' => encoded($fields['name']) . ' <' . $email . '>',
    'Date' => date('r'),
    'Message-ID' => '<' . $id . '@' . substr((string) strrchr(FROM, '@'), 1) . '>',
    'Auto-Submitted' => 'auto-generated',
    'X-Webcare-Form' => 'v1',
    'MIME-Version' => '1.0',
    'Content-Type' => 'multipart/mixed; boundary="' . $edge . '"',
];
$message = "--$edge\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    . chunk_split(base64_encode($body)) . "--$edge\r\nContent-Type: application/json; name=\"webcare.json\"\r\n"
    . "Content-Disposition: attachment; filename=\"webcare.json\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    . chunk_split(base64_encode((string) $json)) . "--$edge--\r\n";
$subject = encoded('[' . $texts['mark'] . '] ' . $fields['subject']);
$sent = mail(TO, $subject, $message, $headers, '-f' . FROM);
show($sent ? 200 : 500, $sent ? 'thanks' : 'failed', $texts, $language);
