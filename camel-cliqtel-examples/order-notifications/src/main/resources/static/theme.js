/* SPDX-License-Identifier: Apache-2.0 */
// Not a module: it runs before the page is painted, so that nobody sees the other colours first.
(() => {
    try {
        const chosen = localStorage.getItem('orders-theme');
        if (chosen === 'light' || chosen === 'dark') {
            document.documentElement.dataset.theme = chosen;
        }
    } catch {
        // a browser that keeps nothing follows the system
    }
})();
