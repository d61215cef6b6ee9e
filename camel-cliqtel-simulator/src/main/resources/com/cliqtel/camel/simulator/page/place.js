/* SPDX-License-Identifier: Apache-2.0 */
// Where one is on the page: #/phones/%2B31612345678, #/calls/12, #/faults. The back button works, and links can be kept.

const VIEWS = ['phones', 'calls', 'webhooks', 'faults', 'account'];

// half of a surrogate pair cannot be in a link
const wellFormed = part => String(part).replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');

export const linkTo = (view, part) => (part === undefined || part === null ? `#/${view}` : `#/${view}/${encodeURIComponent(wellFormed(part))}`);

export function currentPlace() {
    const [, view, part] = location.hash.match(/^#\/(\w+)(?:\/(.*))?$/s) ?? [];
    return VIEWS.includes(view) ? {view, part: part === undefined ? null : decoded(part)} : {view: 'phones', part: null};
}

function decoded(part) {
    try {
        return decodeURIComponent(part);
    } catch {
        return part;
    }
}

/** Shows the view of the current place, and calls listener({view, part}, byUser) now and whenever it is another one. */
export function followPlace(listener) {
    const arrive = byUser => {
        const place = currentPlace();
        for (const view of VIEWS) {
            document.getElementById(`view-${view}`).hidden = view !== place.view;
            const link = document.querySelector(`nav a[href="#/${view}"]`);
            link.toggleAttribute('data-current', view === place.view);
            if (view === place.view) {
                link.setAttribute('aria-current', 'page');
            } else {
                link.removeAttribute('aria-current');
            }
        }
        listener(place, byUser);
    };
    addEventListener('hashchange', () => location.hash.startsWith('#/') && arrive(true));
    arrive(false);
}
