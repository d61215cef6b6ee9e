/* SPDX-License-Identifier: Apache-2.0 */
// Not a module: it runs before the page is painted, so that nobody sees the other theme first.
(() => {
    const chosen = () => {
        try {
            return localStorage.getItem('cliqtel-theme');
        } catch {
            return null;
        }
    };
    const theme = chosen();
    if (theme === 'light' || theme === 'dark') {
        document.documentElement.dataset.theme = theme;
    }
})();
