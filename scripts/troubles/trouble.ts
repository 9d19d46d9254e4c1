/** Who can mend a trouble; `itself` where waiting or nothing at all is enough. */
export type Mender = 'you' | 'administrator' | 'youOrAdministrator' | 'itself';

/** What the page of troubles says beside a sentence of public/_locales/en. */
export interface Trouble {
  readonly who: Mender;
  /** What has happened, and why; not what the sentence says already. */
  readonly means: string;
  readonly act: string;
}

export interface TroubleGroup {
  readonly title: string;
  /** By the key of the sentence, or of its forms for several numbers. */
  readonly troubles: Readonly<Record<string, Trouble>>;
}

export const you = (means: string, act: string): Trouble => ({ who: 'you', means, act });
export const administrator = (means: string, act: string): Trouble => ({ who: 'administrator', means, act });
export const either = (means: string, act: string): Trouble => ({ who: 'youOrAdministrator', means, act });
export const itself = (means: string, act: string): Trouble => ({ who: 'itself', means, act });
