declare const serverUrlBrand: unique symbol;

/** Origin of a dialer, for example `https://dialer.example.com`; no path, query or credentials. */
export type ServerUrl = string & { readonly [serverUrlBrand]: true };
