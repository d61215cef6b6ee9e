/* SPDX-License-Identifier: Apache-2.0 */
const OTHER = {light: 'dark', dark: 'light'};
const WORDS = {light: 'Light', dark: 'Dark'};

/** A button that changes the colours, and bears the name of those it changes to. */
export function themeToggle(button) {
    const system = matchMedia('(prefers-color-scheme: dark)');
    const current = () => document.documentElement.dataset.theme ?? (system.matches ? 'dark' : 'light');
    const label = () => (button.textContent = WORDS[OTHER[current()]]);
    button.addEventListener('click', () => {
        const chosen = OTHER[current()];
        document.documentElement.dataset.theme = chosen;
        try {
            localStorage.setItem('orders-theme', chosen);
        } catch {
            // it holds until the page is left
        }
        label();
    });
    system.addEventListener('change', label);
    label();
}
