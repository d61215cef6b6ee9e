/* SPDX-License-Identifier: Apache-2.0 */
// The account as last heard of: what several parts of the page show.

let known = {numbers: [], limits: {}, counts: {}};
const listeners = [];

export const account = () => known;

export function learn(news) {
    known = {...known, ...news};
    listeners.forEach(listener => listener(known));
}

export const onAccount = listener => listeners.push(listener);
