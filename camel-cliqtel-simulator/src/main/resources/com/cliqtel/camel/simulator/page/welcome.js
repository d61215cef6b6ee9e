/* SPDX-License-Identifier: Apache-2.0 */
import {curl} from './curl.js';
import {el, icon} from './dom.js';

/** What is seen where no conversation is open. */
export const welcome = () =>
    el('div.welcome', {},
        el('div.welcome-mark', {'aria-hidden': 'true'}, icon('mark')),
        el('h2', {}, 'No SMS leaves this machine'),
        el('p.lead', {}, 'What is sent with the API arrives at the phones on this page, and you can answer from them.'),
        curl());
