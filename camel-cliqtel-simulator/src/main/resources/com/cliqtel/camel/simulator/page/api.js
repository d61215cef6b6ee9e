/* SPDX-License-Identifier: Apache-2.0 */
// The page's own calls, all below /simulator/.

async function call(method, path, body) {
    const options = {method, headers: {'Accept': 'application/json'}, cache: 'no-store'};
    if (method !== 'GET') {
        // also without a body: it is what tells the page from a form on somebody else's
        options.headers['Content-Type'] = 'application/json';
        options.body = body === undefined ? '' : JSON.stringify(body);
    }
    let response;
    try {
        response = await fetch(`/simulator/${path}`, options);
    } catch {
        throw new Error('The simulator does not answer.');
    }
    const text = await response.text();
    if (!response.ok) {
        throw new Error(reason(text) ?? `The simulator answered with ${response.status}.`);
    }
    return text ? JSON.parse(text) : null;
}

function reason(text) {
    try {
        return JSON.parse(text).error?.message ?? null;
    } catch {
        return null;
    }
}

export const get = (path, query = {}) => {
    const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '');
    const parameters = new URLSearchParams(given).toString();
    return call('GET', parameters ? `${path}?${parameters}` : path);
};
export const post = (path, body) => call('POST', path, body);
export const put = (path, body) => call('PUT', path, body);
