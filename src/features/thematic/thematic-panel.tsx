import { Segmented, Select } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { FEWEST_CLASSES, MOST_CLASSES } from '../../analysis/classify';
import { EmptyState } from '../../ui/empty-state';
import { Legend } from '../../ui/legend';
import { OwnBreaksField } from './own-breaks-field';
import { RampChoice } from './ramp-choice';
import { isAvailable, shownThematic, thematicMap, type ThematicMap } from './thematic-map';
import type { ThematicPanelProps } from './thematic-panel-props';
import type { ThematicLevel, ThematicMeasure, ThematicMethod } from './thematic-settings';
import {
  LEVEL_WORDS,
  METHOD_SENTENCES,
  METHOD_WORDS,
  THEMATIC_MEASURE_WORDS,
} from './thematic-words';
import styles from './thematic-panel.module.css';

function optionsOf<T extends string>(
  words: Readonly<Record<T, string>>,
): { value: T; label: string }[] {
  return (Object.entries(words) as [T, string][]).map(([value, label]) => ({ value, label }));
}

const CLASS_COUNTS = Array.from(
  { length: MOST_CLASSES - FEWEST_CLASSES + 1 },
  (_, at) => FEWEST_CLASSES + at,
);

function Result({ drawn }: { readonly drawn: ThematicMap }): ReactNode {
  return (
    <div className={styles.result}>
      <Legend model={drawn.legend} label="专题图例" />
      <p className={styles.note}>各级含下限、不含上限，末级含最大值。</p>
      {drawn.readings.some((reading) => reading.evidence !== '') && (
        <details className={styles.evidence}>
          <summary>读数依据</summary>
          {drawn.readings.map((reading) => (
            <p key={reading.text}>
              {reading.text}。{reading.evidence}
            </p>
          ))}
        </details>
      )}
    </div>
  );
}

/** 专题：分级设色 of the plan's figures. */
export function ThematicPanel({
  index,
  settings: chosen,
  onChange,
}: ThematicPanelProps): ReactNode {
  const settings = shownThematic(index, chosen);
  const drawn = useMemo(() => thematicMap(index, settings), [index, settings]);
  const other: ThematicLevel = settings.level === 'township' ? 'county' : 'township';
  const set = (change: Partial<typeof settings>): void => onChange({ ...settings, ...change });
  const chooseMeasure = (measure: ThematicMeasure): void => {
    const level = isAvailable(index, measure, settings.level) ? settings.level : other;
    // Own breaks belong to the old measure's numbers: go back to a method that fits any.
    const method = settings.method === 'custom' ? 'quantile' : settings.method;
    set({ measure, level, method, customBreaks: [] });
  };
  const chooseMethod = (method: ThematicMethod): void =>
    set(method === 'custom' ? { method, customBreaks: drawn.breaks } : { method });
  const measures = optionsOf(THEMATIC_MEASURE_WORDS).map((option) => ({
    ...option,
    disabled:
      !isAvailable(index, option.value, 'township') && !isAvailable(index, option.value, 'county'),
  }));
  const levels = optionsOf(LEVEL_WORDS).map((option) => ({
    ...option,
    disabled: !isAvailable(index, settings.measure, option.value),
  }));
  const unavailable = levels.find((level) => level.disabled);
  return (
    <div className={styles.root}>
      <div className={styles.controls}>
        <div className={styles.field}>
          <span>指标</span>
          <Select<ThematicMeasure>
            aria-label="专题指标"
            value={settings.measure}
            onChange={chooseMeasure}
            options={measures}
          />
        </div>
        <div className={styles.field}>
          <span>单元</span>
          <Segmented<ThematicLevel>
            aria-label="专题单元"
            value={settings.level}
            onChange={(level) => set({ level })}
            options={levels}
          />
          {unavailable && (
            <p className={styles.note}>
              规划没有{unavailable.label}级的{THEMATIC_MEASURE_WORDS[settings.measure]}。
            </p>
          )}
        </div>
        <div className={styles.field}>
          <span>分级</span>
          <Select<ThematicMethod>
            aria-label="分级方法"
            value={settings.method}
            onChange={chooseMethod}
            options={optionsOf(METHOD_WORDS)}
          />
          <p className={styles.note}>{METHOD_SENTENCES[settings.method]}</p>
        </div>
        {settings.method === 'custom' ? (
          <OwnBreaksField
            unit={drawn.unit}
            breaks={settings.customBreaks}
            onBreaks={(customBreaks) => set({ customBreaks })}
          />
        ) : (
          <div className={styles.field}>
            <span>级数</span>
            <Segmented<number>
              aria-label="级数"
              value={settings.classCount}
              onChange={(classCount) => set({ classCount })}
              options={CLASS_COUNTS}
            />
          </div>
        )}
        <RampChoice
          ramp={settings.ramp}
          classCount={drawn.area.colours.length}
          onRamp={(ramp) => set({ ramp })}
        />
      </div>
      {drawn.known === 0 ? (
        <EmptyState title="没有可分级的数字" hint={drawn.legend.notes.join('；')} />
      ) : (
        <Result drawn={drawn} />
      )}
    </div>
  );
}
