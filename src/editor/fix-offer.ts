import type { TextEdit } from '../filter/text-edit.ts';

/** Something a person can do about a problem with one press, in the menu of quick fixes or below the text. */
export type FixOffer =
  | {
      readonly kind: 'edit';
      readonly title: string;
      /** Of the text of this editor. */
      readonly edits: readonly TextEdit[];
      readonly isPreferred: boolean;
    }
  | {
      /** Changes more than this editor's text. */
      readonly kind: 'run';
      readonly title: string;
      readonly run: () => void;
      readonly isPreferred: boolean;
    };
