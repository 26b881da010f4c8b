<?php
/*
 * Balie relay: keeps what Meta (WhatsApp, Messenger, Instagram) sends until Balie has fetched it.
 *
 * Fill in the three values below, put this one file on your web hosting, and give its address to
 * Meta and to Balie. Steps in README.md. Needs PHP 7.2 or newer, no database, no extensions.
 *
 *   GET  ?hub.mode=subscribe&...           Meta's handshake
 *   POST                                   a webhook of Meta, signed with the app secret
 *   GET  ?after=SEQ&reader=NAME[&store=ID] Balie fetches what came after SEQ
 *   POST ?ack=SEQ&reader=NAME&store=ID     Balie has stored everything up to SEQ
 *
 * Balie proves itself with the header X-Balie-Secret. A webhook is deleted only after every reader
 * of the last MAX_DAYS days has stored it.
 */

const VERIFY_TOKEN = 'CHANGE-ME: a word of your own, also filled in at Meta';
const APP_SECRET = 'CHANGE-ME: the app secret, from Meta: App settings, Basic';
const READ_SECRET = 'CHANGE-ME: a long random word, also filled in in Balie';

const FOLDER = '';           // where to keep webhooks; empty: outside the web root when possible
const MAX_BODY = 4000000;    // bytes of one webhook; Meta sends at most 3 MB
const MAX_RECORDS = 20000;   // when so many wait, new ones are refused and Meta sends them again
const MAX_BYTES = 200000000; // the same for their size
const MAX_DAYS = 30;         // the same for the age of the oldest

const ANSWER_BYTES = 2000000;
const ANSWER_RECORDS = 100;
const GUARD = "<?php http_response_code(404); exit; ?>\n"; // before all that is kept: never served

ini_set('display_errors', '0');
set_error_handler(function (int $kind, string $text): bool {
    if (error_reporting() & $kind) {
        throw new RuntimeException($text);
    }
    return false;
});
set_exception_handler(function (): void {
    answer(500, ['error' => 'storage', 'text' => 'The relay cannot write to its folder.']);
});

/** @param array<string, mixed>|string $body */
function answer(int $status, $body): void
{
    http_response_code($status);
    $type = is_string($body) ? 'text/plain' : 'application/json';
    header("Content-Type: $type; charset=utf-8");
    header('Cache-Control: no-store');
    header('X-Content-Type-Options: nosniff');
    if ($status === 503) {
        header('Retry-After: 3600');
    }
    echo is_string($body) ? $body : json_encode($body);
    exit;
}

function word(string $name): string
{
    $value = $_GET[$name] ?? '';
    return is_string($value) ? $value : '';
}

function folder(): string
{
    static $found = null;
    if ($found !== null) {
        return $found;
    }
    $root = realpath($_SERVER['DOCUMENT_ROOT'] ?? '') ?: __DIR__;
    $choices = [dirname($root) . '/balie-relay-data', __DIR__ . '/balie-relay-data'];
    $choices = FOLDER !== '' ? [FOLDER] : $choices;
    foreach ($choices as $choice) {
        if (@is_dir($choice)) {
            return $found = $choice;
        }
    }
    foreach ($choices as $choice) {
        if (@mkdir($choice, 0700, true) || @is_dir($choice)) {
            file_put_contents("$choice/.htaccess", "Require all denied\nDeny from all\n");
            return $found = $choice;
        }
    }
    throw new RuntimeException('no folder');
}

/** Wait for our turn; it ends with the request. A file of its own, for the others are replaced. */
function lock(): void
{
    static $held = null;
    $held = fopen(folder() . '/lock.php', 'c');
    if (!$held || !flock($held, LOCK_EX)) {
        throw new RuntimeException('no lock');
    }
}

/** Replace a file in one step, so that it is there whole or not at all. */
function keep(string $name, array $value): void
{
    $temporary = folder() . '/writing.php';
    $content = GUARD . json_encode($value);
    $file = fopen($temporary, 'w');
    $whole = fwrite($file, $content) === strlen($content) && fflush($file);
    if ($whole && function_exists('fsync')) {
        $whole = fsync($file);
    }
    if (!fclose($file) || !$whole || !rename($temporary, folder() . "/$name.php")) {
        throw new RuntimeException('not kept');
    }
}

/** @return array<string, mixed>|null */
function kept(string $name): ?array
{
    $path = folder() . "/$name.php";
    $content = file_exists($path) ? file_get_contents($path) : '';
    $value = json_decode(substr($content, strlen(GUARD)), true);
    return is_array($value) ? $value : null;
}

/** @return int[] the numbers of what is kept, oldest first */
function numbers(): array
{
    $found = [];
    foreach (scandir(folder()) as $name) {
        if (preg_match('/^(\d{12})\.php$/', $name, $parts)) {
            $found[] = (int) $parts[1];
        }
    }
    sort($found);
    return $found;
}

function path(int $number): string
{
    return folder() . sprintf('/%012d.php', $number);
}

/** The id of this store, the last number given out, and how far each reader is. */
function state(): array
{
    $state = kept('state');
    if ($state === null) {
        $state = ['store' => bin2hex(random_bytes(8)), 'last' => 0, 'readers' => []];
    }
    $numbers = numbers();
    $state['last'] = max($state['last'], $numbers ? end($numbers) : 0);
    return $state;
}

/** Delete what every reader of the last MAX_DAYS days has stored; nothing when there is none. */
function sweep(array $state): void
{
    $acked = [];
    foreach ($state['readers'] as $each) {
        if ($each['seen'] > time() - MAX_DAYS * 86400) {
            $acked[] = $each['acked'];
        }
    }
    foreach ($acked ? numbers() : [] as $number) {
        if ($number <= min($acked)) {
            unlink(path($number));
        }
    }
}

/** Say why nothing more is taken in; empty when there is room. */
function full(): string
{
    $numbers = numbers();
    $size = array_sum(array_map('filesize', array_map('path', $numbers)));
    if (count($numbers) >= MAX_RECORDS || $size >= MAX_BYTES) {
        return 'too much is waiting';
    }
    if ($numbers && filemtime(path($numbers[0])) < time() - MAX_DAYS * 86400) {
        return 'nobody has fetched for ' . MAX_DAYS . ' days';
    }
    return '';
}

function shake_hands(): void
{
    if (word('hub_mode') !== 'subscribe' || !hash_equals(VERIFY_TOKEN, word('hub_verify_token'))) {
        answer(403, ['error' => 'verify_token']);
    }
    answer(200, word('hub_challenge'));
}

function take_in(): void
{
    $body = file_get_contents('php://input', false, null, 0, MAX_BODY + 1);
    $signature = $_SERVER['HTTP_X_HUB_SIGNATURE_256'] ?? '';
    if (strlen($body) > MAX_BODY) {
        answer(413, ['error' => 'too_large']);
    }
    if (!hash_equals('sha256=' . hash_hmac('sha256', $body, APP_SECRET), $signature)) {
        answer(403, ['error' => 'signature']);
    }
    lock();
    $state = state();
    sweep($state); // a reader may have been given up since the last ack
    $why = full();
    if ($why !== '') {
        answer(503, ['error' => 'full', 'text' => $why]);
    }
    $state['last'] += 1;
    keep('state', $state);
    keep(sprintf('%012d', $state['last']), [
        'seq' => $state['last'],
        'received_at' => gmdate('Y-m-d\TH:i:s\Z'),
        'headers' => ['x-hub-signature-256' => $signature],
        'body' => base64_encode($body),
    ]);
    answer(200, 'ok');
}

function reader(): string
{
    if (!hash_equals(READ_SECRET, $_SERVER['HTTP_X_BALIE_SECRET'] ?? '')) {
        answer(403, ['error' => 'secret']);
    }
    if (!preg_match('/^[A-Za-z0-9:._-]{1,64}$/D', word('reader'))) {
        answer(400, ['error' => 'reader']);
    }
    return word('reader');
}

function give(string $reader): void
{
    lock();
    $state = state();
    $known = $state['readers'][$reader] ?? ['acked' => 0, 'seen' => 0];
    if ($known['seen'] < time() - 3600) {
        $known['seen'] = time();
        $state['readers'][$reader] = $known;
        keep('state', $state);
    }
    // Numbers of another store (the folder was emptied) say nothing about this one.
    $same = word('store') === '' || word('store') === $state['store'];
    $after = $same ? (int) word('after') : 0;
    $records = [];
    $size = 0;
    $more = false;
    foreach (numbers() as $number) {
        if ($number <= $after) {
            continue;
        }
        $more = $size >= ANSWER_BYTES || count($records) >= ANSWER_RECORDS;
        if ($more) {
            break;
        }
        $records[] = kept(sprintf('%012d', $number)) ?? [
            'seq' => $number,
            'received_at' => gmdate('Y-m-d\TH:i:s\Z', filemtime(path($number))),
            'headers' => [],
            'body' => base64_encode(file_get_contents(path($number))),
        ];
        $size += filesize(path($number));
    }
    answer(200, [
        'relay' => 1,
        'store' => $state['store'],
        'last' => $state['last'],
        'records' => $records,
        'more' => $more,
        'full' => full(),
        'proof' => hash_hmac('sha256', 'balie-relay:' . word('nonce'), APP_SECRET),
    ]);
}

function forget(string $reader): void
{
    lock();
    $state = state();
    if (word('store') !== $state['store']) {
        answer(409, ['error' => 'store', 'store' => $state['store']]);
    }
    $acked = max($state['readers'][$reader]['acked'] ?? 0, min((int) word('ack'), $state['last']));
    $state['readers'][$reader] = ['acked' => $acked, 'seen' => time()];
    keep('state', $state);
    sweep($state);
    answer(200, ['acked' => $acked]);
}

foreach ([VERIFY_TOKEN, APP_SECRET, READ_SECRET] as $value) {
    if (strlen($value) < 8 || strpos($value, 'CHANGE-ME') === 0) {
        answer(503, 'Balie relay: fill in the three values at the top of this file first.');
    }
}
$method = $_SERVER['REQUEST_METHOD'] ?? '';
if ($method === 'GET' && isset($_GET['hub_mode'])) {
    shake_hands();
} elseif ($method === 'GET' && isset($_GET['after'])) {
    give(reader());
} elseif ($method === 'POST' && isset($_GET['ack'])) {
    forget(reader());
} elseif ($method === 'POST') {
    take_in();
} elseif ($method === 'GET') {
    answer(200, 'Balie relay: ready. Give this address to Meta and to Balie.');
} else {
    answer(405, ['error' => 'method']);
}
