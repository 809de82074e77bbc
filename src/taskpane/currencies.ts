/** ISO 4217 codes for the currency list, as far as the browser knows them. */
export const commonCurrencies = [
  "USD",
  "EUR",
  "GBP",
  "CAD",
  "AUD",
  "CHF",
  "JPY",
  "INR",
  "SEK",
  "BRL",
  "SGD",
  "CNY",
];

export function otherCurrencies(): string[] {
  // Browsers before 2022 lack the list; the common ones are there in any case.
  const all =
    typeof Intl.supportedValuesOf === "function"
      ? Intl.supportedValuesOf("currency")
      : [];
  return all.filter((code) => !commonCurrencies.includes(code));
}

export function currencyName(code: string, locale: string): string {
  const name = new Intl.DisplayNames([locale], {
    type: "currency",
    fallback: "code",
  }).of(code);
  return name === undefined || name === code ? code : `${code} – ${name}`;
}
