import { Checkbox, Select } from 'antd';
import type { ReactNode } from 'react';
import { PROJECT_KIND_WORDS } from '../../domain/wording';
import type { ProjectKind } from '../../domain/project';
import type { ImportChoices, ImportUse } from '../../io/import-choices';
import type { TableShape } from '../../io/import-table';
import { NumberField } from '../../ui/number-field';
import { ColumnTable } from './column-table';
import { CrsChoice } from './crs-choice';
import type { ImportGuessView, ImportLayerView } from './import-dialog-props';
import { HeadingChoice } from './heading-choice';
import { TERRAIN_USE_CHOICES, TERRAIN_USE_HINTS, USE_CHOICES } from './import-view';
import styles from './import.module.css';

/** Other columns or another use match anew. */
const NO_MATCHES = { matches: new Map<number, string>(), addsUnknown: false };
const MOST_ACCURACY_METRES = 20_000;

const PROJECT_KINDS = (Object.entries(PROJECT_KIND_WORDS) as [ProjectKind, string][]).map(
  ([value, label]) => ({ value, label }),
);

interface Props {
  readonly layer: ImportLayerView;
  readonly guess: ImportGuessView;
  readonly choices: ImportChoices;
  readonly onChoices: (choices: ImportChoices) => void;
  readonly onHeadings: (shape: TableShape) => void;
}

/** What it becomes, in which coordinates, and what every column holds; each guess with its reason. */
export function ColumnsStep({ layer, guess, choices, onChoices, onHeadings }: Props): ReactNode {
  const isTerrain = layer.format === 'geotiff';
  const patch = (change: Partial<ImportChoices>): void => onChoices({ ...choices, ...change });
  const hasPlace =
    isTerrain || layer.headings !== null || choices.columns.some(({ role }) => role === 'x');
  return (
    <div className={styles.columnsStep}>
      <div className={styles.options}>
        <div className={styles.field}>
          <span className={styles.name}>导入为</span>
          <Select<ImportUse>
            aria-label="导入为"
            value={choices.use}
            onChange={(use) => patch({ use, ...NO_MATCHES })}
            options={[...(isTerrain ? TERRAIN_USE_CHOICES : USE_CHOICES)]}
          />
          <span className={styles.hint}>
            {choices.use === guess.choices.use ? guess.useEvidence : '您的选择'}
          </span>
        </div>
        {choices.use === 'projects' && (
          <div className={styles.field}>
            <span className={styles.name}>项目种类</span>
            <Select<ProjectKind>
              aria-label="项目种类"
              value={choices.projectKind}
              onChange={(projectKind) => patch({ projectKind })}
              options={PROJECT_KINDS}
            />
          </div>
        )}
        {!isTerrain && layer.headings === null && (
          <HeadingChoice layer={layer} choices={choices} onHeadings={onHeadings} />
        )}
        {hasPlace && <CrsChoice guess={guess} choices={choices} onChoices={onChoices} />}
        {hasPlace && !isTerrain && (
          <>
            <div className={styles.field}>
              <span className={styles.name}>位置精度</span>
              <NumberField
                label="位置精度"
                unit="米"
                value={choices.accuracyMetres}
                min={0}
                max={MOST_ACCURACY_METRES}
                step={10}
                width={140}
                onChange={(accuracyMetres) => patch({ accuracyMetres })}
              />
              <span className={styles.hint}>
                真实位置离坐标不超过这么多米；GPS 测点约 10 米，图上量取约 50 至 300 米。
              </span>
            </div>
            <Checkbox
              checked={choices.allowOutside}
              onChange={(event) => patch({ allowOutside: event.target.checked })}
            >
              允许区域外的点
            </Checkbox>
          </>
        )}
      </div>
      {isTerrain ? (
        <p className={styles.hint}>{TERRAIN_USE_HINTS[choices.use]}</p>
      ) : (
        <ColumnTable
          layer={layer}
          choices={choices}
          onColumns={(columns) => patch({ columns, ...NO_MATCHES })}
        />
      )}
    </div>
  );
}
