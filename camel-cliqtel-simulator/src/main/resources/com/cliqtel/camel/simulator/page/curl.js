/* SPDX-License-Identifier: Apache-2.0 */
import {el, say} from './dom.js';
import {account, onAccount} from './state.js';
import {tell} from './news.js';

const quoted = text => `'${text.replaceAll("'", "'\\''")}'`;

function line({baseUrl, numbers}) {
    const from = (numbers.find(each => each.canSend) ?? numbers[0])?.number ?? '+16625163513';
    const body = JSON.stringify({from, to: '+31612345678', body: 'Your order #1234 has shipped!'});
    return [
        `curl ${baseUrl ?? ''}/messages`,
        '  -H "Authorization: Bearer $CLIQTEL_API_KEY"',
        '  -H \'Content-Type: application/json\'',
        `  -d ${quoted(body)}`,
    ].join(' \\\n');
}

onAccount(known => document.querySelectorAll('.curl code').forEach(code => say(code, line(known))));

/** A call to copy into a terminal. */
export function curl() {
    const shown = el('code', {}, line(account()));
    const copy = el('button.soft.copy', {
        type: 'button',
        onclick: async () => {
            say(copy, await copied(shown) ? 'Copied' : 'Selected');
            tell(copy.textContent === 'Copied' ? 'Copied.' : 'Selected. Copy it with the keyboard.');
            setTimeout(() => say(copy, 'Copy'), 2000);
        },
    }, 'Copy');
    return el('figure.curl', {}, el('pre', {tabindex: '0', role: 'region', 'aria-label': 'A call to copy'}, shown),
        el('figcaption', {}, el('span', {}, 'The key is printed where the simulator was started.'), copy));
}

// pages that came from elsewhere than this machine, or over plain HTTP, may not write to the clipboard
async function copied(node) {
    try {
        await navigator.clipboard.writeText(node.textContent);
        return true;
    } catch {
        getSelection().selectAllChildren(node);
        return false;
    }
}
