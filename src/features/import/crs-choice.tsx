import { Checkbox, Select } from 'antd';
import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ImportChoices } from '../../io/import-choices';
import { crsLabel, parseCrs } from '../../io/crs';
import type { ImportGuessView } from './import-dialog-props';
import styles from './import.module.css';

/** Systems that can always be chosen, after those that the positions speak for. */
const ALWAYS: readonly string[] = [
  'wgs84',
  'cgcs2000',
  'gcj02',
  'bd09',
  'web-mercator',
  ...Array.from({ length: 21 }, (_, at) => `cgcs2000:zone${25 + at}`),
  ...Array.from({ length: 11 }, (_, at) => `cgcs2000:zone${13 + at}`),
];

function label(crs: string): string {
  const parsed = parseCrs(crs);
  return parsed.ok ? crsLabel(parsed.value) : crs;
}

interface Props {
  readonly guess: ImportGuessView;
  readonly choices: ImportChoices;
  readonly onChoices: (choices: ImportChoices) => void;
}

/** The coordinate system with what speaks for it; a guess that is not sure says so. */
export function CrsChoice({ guess, choices, onChoices }: Props): ReactNode {
  const { guesses, isSure, reason } = guess.crs;
  const guessed = [...new Set(guesses.map(({ crs }) => crs))];
  const known = new Set([...guessed, choices.crs]);
  const chosen = guesses.find(
    ({ crs, axesSwapped }) => crs === choices.crs && axesSwapped === choices.axesSwapped,
  );
  const choose = (crs: string): void => {
    const found = guesses.find((each) => each.crs === crs);
    const crsEvidence = found ? `用户选择；${found.evidence}` : '用户选择';
    const axesSwapped = found?.axesSwapped ?? choices.axesSwapped;
    onChoices({ ...choices, crs, crsEvidence, axesSwapped });
  };
  const option = (value: string) => ({ value, label: label(value) });
  return (
    <div className={styles.field}>
      <span className={styles.name}>坐标系</span>
      <Select
        aria-label="文件的坐标系"
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        value={choices.crs}
        onChange={choose}
        options={[
          { label: '按坐标推断', options: [...known].map(option) },
          { label: '其他', options: ALWAYS.filter((crs) => !known.has(crs)).map(option) },
        ]}
      />
      <span className={styles.hint}>{chosen?.evidence ?? choices.crsEvidence}</span>
      {!isSure && guesses.length > 0 && (
        <span className={styles.warning}>
          <TriangleAlert size={12} aria-hidden /> {reason}
        </span>
      )}
      <Checkbox
        checked={choices.axesSwapped}
        onChange={(event) => onChoices({ ...choices, axesSwapped: event.target.checked })}
      >
        文件中纬度（北坐标）在前
      </Checkbox>
    </div>
  );
}
