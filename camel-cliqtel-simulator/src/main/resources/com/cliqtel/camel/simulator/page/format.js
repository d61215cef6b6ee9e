/* SPDX-License-Identifier: Apache-2.0 */
// How times, money and the like are written.

const clockFormat = new Intl.DateTimeFormat('en-GB', {hour: '2-digit', minute: '2-digit'});
const secondsFormat = new Intl.DateTimeFormat('en-GB', {hour: '2-digit', minute: '2-digit', second: '2-digit'});
const dayFormat = new Intl.DateTimeFormat('en-GB', {weekday: 'long', day: 'numeric', month: 'long', year: 'numeric'});
const shortFormat = new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'short'});
const counting = new Intl.NumberFormat('en-GB');

const written = (format, iso) => {
    const date = new Date(iso);
    return Number.isNaN(date.getTime()) ? String(iso ?? '') : format.format(date);
};

export const clock = iso => written(clockFormat, iso);
export const seconds = iso => written(secondsFormat, iso);
export const day = iso => written(dayFormat, iso);
export const dayAndTime = iso => `${day(iso)}, ${seconds(iso)}`;

/** The time of day if it was today for the account, which may live in another time than the browser; else the day. */
export const recent = (iso, now) => (now && day(iso) === day(now) ? clock(iso) : written(shortFormat, iso));

const SYMBOLS = {EUR: '€', USD: '$', GBP: '£'};

/** Digits as they come: no rounding. */
export const money = (amount, currency) =>
    (SYMBOLS[currency] ? `${SYMBOLS[currency]}${amount}` : `${amount} ${currency ?? ''}`.trim());

export const number = value => counting.format(value ?? 0);

export const many = (count, one, more = `${one}s`) => `${number(count)} ${count === 1 ? one : more}`;

export const took = millis => {
    if (millis === null || millis === undefined) {
        return '';
    }
    return millis < 1000 ? `${millis < 10 ? Math.round(millis * 10) / 10 : Math.round(millis)} ms` : `${(millis / 1000).toFixed(1)} s`;
};

/** JSON with its lines broken; anything else as it is. */
export function pretty(text) {
    try {
        return JSON.stringify(JSON.parse(text), null, 2);
    } catch {
        return text;
    }
}
