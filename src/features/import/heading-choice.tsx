import type { ReactNode } from 'react';
import type { ImportChoices } from '../../io/import-choices';
import type { TableShape } from '../../io/import-table';
import type { ImportLayerView } from './import-dialog-props';
import { headingShapes, shapeWords } from './import-view';
import styles from './import.module.css';

interface Props {
  readonly layer: ImportLayerView;
  readonly choices: ImportChoices;
  readonly onHeadings: (shape: TableShape) => void;
}

/** Which rows of a plain table hold the headings. */
export function HeadingChoice({ layer, choices, onHeadings }: Props): ReactNode {
  const shapes = headingShapes(layer, choices);
  const chosen = shapes.findIndex(
    ({ skippedRows, headingRows }) =>
      skippedRows === choices.skippedRows && headingRows === choices.headingRows,
  );
  return (
    <label className={styles.field}>
      <span className={styles.name}>表头</span>
      <select
        aria-label="表头所在的行"
        className={styles.match}
        value={chosen}
        onChange={(event) => {
          const shape = shapes[Number(event.currentTarget.value)];
          if (shape) onHeadings(shape);
        }}
      >
        {shapes.map((shape, at) => (
          <option key={at} value={at}>
            {shapeWords(shape)}
          </option>
        ))}
      </select>
      <span className={styles.hint}>表头以上的行不读；改后各列重新辨认。</span>
    </label>
  );
}
