/* SPDX-License-Identifier: Apache-2.0 */
import {post} from './api.js';
import {address, el, icon} from './dom.js';
import {account} from './state.js';
import {tell} from './news.js';

/** Fills a select with the account's numbers, keeping what is chosen. */
export function offerNumbers(select, chosen = select.value) {
    const numbers = account().numbers.map(each => each.number);
    if (numbers.join() !== [...select.options].map(option => option.value).join()) {
        select.replaceChildren(...numbers.map(each => el('option', {value: each}, address(each))));
    }
    if (numbers.includes(chosen)) {
        select.value = chosen;
    }
}

/** The box to answer from a phone: an SMS arrives at the account. Gives {node, text, suggest(message)}. */
export function composer(phone, onSent) {
    const select = el('select', {'aria-label': "To which of the account's numbers"});
    const text = el('textarea', {rows: '1', 'aria-label': `Answer from ${address(phone)}`, placeholder: 'Answer from this phone', 'aria-describedby': 'composer-hint'});
    const problem = el('p.problem', {role: 'alert'});
    const send = el('button.strong.round', {type: 'submit', 'aria-label': 'Send the answer'}, icon('send'));
    const form = el('form.composer', {novalidate: true},
        el('div.composer-to', {}, el('span', {'aria-hidden': 'true'}, 'to'), select, el('span.hint', {id: 'composer-hint'}, 'Enter sends, Shift+Enter breaks the line')),
        el('div.composer-line', {}, text, send), problem);
    let picked = false;

    const submit = async () => {
        if (!text.value || send.disabled) {
            return;
        }
        send.disabled = true;
        problem.textContent = '';
        try {
            await post('messages', {from: phone, to: select.value, body: text.value});
            text.value = '';
            tell('Answer sent.');
            onSent();
        } catch (refused) {
            problem.textContent = refused.message;
        } finally {
            send.disabled = false;
        }
    };
    form.addEventListener('submit', event => {
        event.preventDefault();
        submit();
        text.focus();
    });
    text.addEventListener('keydown', event => {
        if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
            event.preventDefault();
            submit();
        }
    });
    select.addEventListener('change', () => (picked = true));
    offerNumbers(select);
    return {
        node: form,
        text,
        suggest: last => {
            offerNumbers(select, last && !picked ? (last.direction === 'outbound' ? last.from : last.to) : select.value);
        },
    };
}
