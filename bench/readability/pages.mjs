// Pages a second of @mozilla/readability over the pages of a folder (.html or .html.gz), in processor time of this process.
// node pages.mjs FOLDER linkedom|jsdom [ROUNDS]   prints one line of JSON
import { readFileSync, readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { join } from 'node:path';
import { Readability } from '@mozilla/readability';

const [folder, dom, rounds = '5'] = process.argv.slice(2);
const { parseHTML } = await import('linkedom');
const { JSDOM, VirtualConsole } = dom === 'jsdom' ? await import('jsdom') : {};
const pages = readdirSync(folder).filter(f => /\.html(\.gz)?$/.test(f)).sort()
    .map(f => [f, readFileSync(join(folder, f))])
    .map(([f, bytes]) => (f.endsWith('.gz') ? gunzipSync(bytes) : bytes));

function read(bytes) {
    // What a program gets is bytes: decoding belongs to the work, on both sides.
    const html = new TextDecoder('utf-8').decode(bytes);
    const document = dom === 'jsdom'
        ? new JSDOM(html, { url: 'https://example.org/', virtualConsole: new VirtualConsole() }).window.document
        : parseHTML(html).document;
    return new Readability(document).parse();
}

const seconds = [];
let read_ = 0, failed = 0;
for (let round = 0; round < Number(rounds); round++) {
    const before = process.cpuUsage();
    read_ = failed = 0;
    for (const page of pages) {
        try {
            if (read(page)?.textContent) read_++;
        } catch {
            failed++;
        }
    }
    const used = process.cpuUsage(before);
    seconds.push((used.user + used.system) / 1e6);
}
console.log(JSON.stringify({ name: `@mozilla/readability + ${dom}`, pages: pages.length, read: read_, failed, first: pages.length / seconds[0], best: pages.length / Math.min(...seconds), peak_mb: Math.round(process.resourceUsage().maxRSS / 1024) }));
