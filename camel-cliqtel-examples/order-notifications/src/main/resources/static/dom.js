/* SPDX-License-Identifier: Apache-2.0 */
// All that shows anything goes through here: texts become text nodes, never markup.

const SVG = 'http://www.w3.org/2000/svg';

export const byId = id => document.getElementById(id);

/** An element: el('span.phone', {id: 'x'}, 'text', other). */
export function el(kind, attributes = {}, ...children) {
    const [tag, ...classes] = kind.split('.');
    const node = document.createElement(tag);
    node.classList.add(...classes);
    Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
    node.append(...children);
    return node;
}

/** One of the icons that index.html draws; seen, not read out. */
export function icon(name) {
    const svg = document.createElementNS(SVG, 'svg');
    const use = document.createElementNS(SVG, 'use');
    svg.setAttribute('aria-hidden', 'true');
    use.setAttribute('href', `#i-${name}`);
    svg.append(use);
    return svg;
}

/** Changes a text only where it is another one: screen readers tell what changes. */
export function say(node, text) {
    if (node.textContent !== text) {
        node.textContent = text;
    }
}
