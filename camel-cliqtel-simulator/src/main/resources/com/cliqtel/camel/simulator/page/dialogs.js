/* SPDX-License-Identifier: Apache-2.0 */
import {byId} from './dom.js';

/** A dialog whose form calls submit(fields), and closes when that is done; opened by what is returned. */
export function dialog(id, submit, prepare = () => {}) {
    const box = byId(id);
    const form = box.querySelector('form');
    const problem = form.querySelector('.problem');
    let busy = false;
    form.addEventListener('submit', async event => {
        event.preventDefault();
        if (busy) {
            return;
        }
        busy = true;
        problem.textContent = '';
        try {
            await submit(Object.fromEntries(new FormData(form)));
            form.reset();
            box.close();
        } catch (refused) {
            problem.textContent = refused.message;
        } finally {
            busy = false;
        }
    });
    form.querySelector('[data-close]').addEventListener('click', () => box.close());
    return () => {
        problem.textContent = '';
        prepare(form);
        box.showModal();
    };
}
