/* SPDX-License-Identifier: Apache-2.0 */

const KEY = 'cliqtel-theme';

/** A button between light and dark; until it is pressed, the page is as the system is. */
export function themeToggle(button) {
    const root = document.documentElement;
    const system = matchMedia('(prefers-color-scheme: dark)');
    const isDark = () => (root.dataset.theme ?? (system.matches ? 'dark' : 'light')) === 'dark';
    const label = () => button.setAttribute('aria-label', isDark() ? 'Use light colours' : 'Use dark colours');
    button.addEventListener('click', () => {
        root.dataset.theme = isDark() ? 'light' : 'dark';
        try {
            localStorage.setItem(KEY, root.dataset.theme);
        } catch {
            // it holds for this visit
        }
        label();
    });
    system.addEventListener('change', label);
    label();
}
