/* SPDX-License-Identifier: Apache-2.0 */
import {get, put} from './api.js';
import {byId, el, say, shown, unseen} from './dom.js';
import {tell, trouble} from './news.js';

/** Switches for what may go wrong. */
export class Faults {
    #rows = new Map();

    load() {
        return get('faults').then(faults => this.show(faults), trouble);
    }

    show({switches, rules}) {
        for (const each of switches) {
            if (!this.#rows.has(each.name)) {
                this.#rows.set(each.name, this.#row(each));
                byId('switches').append(this.#rows.get(each.name).node);
            }
            this.#rows.get(each.name).update(each);
        }
        byId('rules').replaceChildren(rules.length
            ? el('ul.rules', {}, rules.map(rule => el('li', {}, shown(rule))))
            : el('p.hint', {}, 'None. The simulator’s own program, or its command line, may add some.'));
        const on = switches.filter(each => each.on).length + rules.length;
        const marker = byId('faults-marker');
        marker.hidden = on === 0;
        marker.replaceChildren(...(on === 0 ? [] : [String(on), unseen(' switched on')]));
    }

    #row({name, label, meaning}) {
        const word = el('span.switch-word', {'aria-hidden': 'true'});
        const button = el('button.switch', {
            type: 'button', role: 'switch', id: `switch-${name}`, 'aria-checked': 'false', 'aria-labelledby': `label-${name}`, 'aria-describedby': `meaning-${name}`,
            onclick: () => this.#turn(name, label, button.getAttribute('aria-checked') !== 'true'),
        }, el('i', {'aria-hidden': 'true'}), word);
        return {
            node: el('li', {}, el('div', {}, el('h2', {id: `label-${name}`}, label), el('p', {id: `meaning-${name}`}, meaning)), button),
            update: ({on}) => {
                button.setAttribute('aria-checked', String(on));
                say(word, on ? 'On' : 'Off');
            },
        };
    }

    async #turn(name, label, on) {
        try {
            this.show(await put(`faults/${name}`, {on}));
            tell(`${label} ${on ? 'on' : 'off'}.`);
        } catch (problem) {
            trouble(problem);
        }
    }
}
