declare const templateBrand: unique symbol;

/** A URL with VICIdial's `--A--field--B--` placeholders, whose scheme and host no field can change. Made by lib/crm/url-template.ts. */
export type UrlTemplate = string & { readonly [templateBrand]: true };
