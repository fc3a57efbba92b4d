// The words of the page. A language is one file in words/ and its code in words/languages.json.

let words = {};
let fallback = {};
let plural = new Intl.PluralRules('en');
let current = 'en';

export const language = () => current;

export async function languages() {
  return (await fetch('/words/languages.json')).json();
}

export async function speak(code) {
  fallback = await (await fetch('/words/en.json')).json();
  words = code === 'en' ? fallback : await (await fetch(`/words/${code}.json`)).json();
  plural = new Intl.PluralRules(code);
  current = code;
  document.documentElement.lang = code;
}

/** English as it is written where the agreements are: the day before the month. */
export const locale = () => (current === 'en' ? 'en-GB' : current);

/** The words for a key, with what stands in {braces} put in. */
export function w(key, values = {}) {
  return filled(words[key] ?? fallback[key] ?? key, values);
}

/** The same where there are words for it; otherwise what is given. */
export function known(key, otherwise) {
  return words[key] ?? fallback[key] ?? otherwise;
}

/** Words that hang on a number, {n}. */
export function n(key, count, values = {}) {
  const forms = words[key] ?? fallback[key] ?? {};
  return filled(forms[plural.select(count)] ?? forms.other ?? key, {n: number(count), ...values});
}

export function number(value) {
  return typeof value === 'number' ? value.toLocaleString(current, {maximumFractionDigits: 3}) : String(value);
}

export function list(names) {
  return new Intl.ListFormat(locale(), {type: 'conjunction'}).format(names);
}

function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (all, name) => (name in values ? String(values[name]) : all));
}
