/** How numbers are shown on a site. */
export type SiteMode = 'marksOnly' | 'buttonsOnHover' | 'buttons';
