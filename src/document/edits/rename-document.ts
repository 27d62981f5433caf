import type { Edit } from '../edit';
import { checkedTitle } from './title';

/** Gives the document another title. Throws RangeError for a blank one. */
export function renameDocument(newTitle: string): Edit {
  const title = checkedTitle(newTitle);
  return {
    label: `方案改名为「${title}」`,
    apply: (doc) => (doc.title === title ? doc : { ...doc, title }),
  };
}
