import type { ReactNode, Ref } from 'react';
import { paragraphsOf, strongRuns } from '../../report/report-text';
import { formatDistance, formatEstimate, formatInteger } from '../../ui/format';
import { Legend } from '../../ui/legend';
import { VisuallyHidden } from '../../ui/visually-hidden';
import { PresentBar } from './present-bar';
import type { LiveFigures, PresentPanelProps } from './present-panel-props';
import styles from './present.module.css';

const STEP_METRES = 100;
const PRESETS_METRES = [1000, 2000, 3000, 5000];

function Caption({ text }: { readonly text: string }): ReactNode {
  return paragraphsOf(text).map((paragraph, at) => (
    <p key={at} className={styles.paragraph}>
      {strongRuns(paragraph).map((run, place) =>
        run.isStrong ? <strong key={place}>{run.text}</strong> : run.text,
      )}
    </p>
  ));
}

function Headlines({ covered, households, notCovered }: LiveFigures): ReactNode {
  if (!covered) return null;
  return (
    <>
      <p>
        覆盖 <b className={styles.big}>{formatInteger(covered.asDrawn)}</b> 村{' '}
        <span className={styles.range}>
          确定 {formatInteger(covered.atLeast)}，最多 {formatInteger(covered.atMost)}
        </span>
      </p>
      {households && (
        <p>
          覆盖贫困户 <b className={styles.medium}>≈{formatEstimate(households.asDrawn)}</b> 户{' '}
          <span className={styles.range}>
            {formatEstimate(households.atLeast)}–{formatEstimate(households.atMost)} 户，
            {households.flag}
          </span>
        </p>
      )}
      <p>
        未覆盖 <b className={styles.medium}>{formatInteger(notCovered)}</b> 村
      </p>
    </>
  );
}

function Answer({ figures, problem }: Pick<PresentPanelProps, 'figures' | 'problem'>): ReactNode {
  if (problem)
    return (
      <div className={styles.figures} role="alert">
        <p>{problem.text}</p>
        <p className={styles.range}>{problem.mend}</p>
      </div>
    );
  return (
    <div className={styles.figures} role="status" aria-label="实时数字">
      {figures ? <Headlines {...figures} /> : <p className={styles.range}>正在计算…</p>}
    </div>
  );
}

function Distance(
  props: Pick<PresentPanelProps, 'distanceMetres' | 'maxDistanceMetres' | 'onDistance'>,
): ReactNode {
  const { distanceMetres, onDistance } = props;
  return (
    <div className={styles.control}>
      <label className={styles.sliderLine}>
        <span>
          服务距离 <b>{formatDistance(distanceMetres)}</b>
        </span>
        <input
          type="range"
          aria-label="服务距离"
          aria-valuetext={formatDistance(distanceMetres)}
          min={0}
          max={props.maxDistanceMetres}
          step={STEP_METRES}
          value={distanceMetres}
          onChange={(event) => onDistance(event.target.valueAsNumber)}
        />
      </label>
      <div role="group" aria-label="常用距离" className={styles.choices}>
        {PRESETS_METRES.map((metres) => (
          <button
            key={metres}
            type="button"
            aria-pressed={metres === distanceMetres}
            onClick={() => onDistance(metres)}
          >
            {formatDistance(metres)}
          </button>
        ))}
      </div>
    </div>
  );
}

function Years({ years, year, onYear }: Pick<PresentPanelProps, 'years' | 'year' | 'onYear'>) {
  if (years.length === 0) return null;
  return (
    <div role="group" aria-label="年份" className={styles.choices}>
      {years.map((each) => (
        <button key={each} type="button" aria-pressed={each === year} onClick={() => onYear(each)}>
          {each}年
        </button>
      ))}
    </div>
  );
}

/** Beside the map, never over what the scene shows: title, caption, live numbers, controls, legend. */
export function PresentPanel(
  props: PresentPanelProps & { readonly panelRef: Ref<HTMLElement> },
): ReactNode {
  const { state, scene, panelRef } = props;
  return (
    <section ref={panelRef} className={styles.panel} aria-label="放映">
      <div className={styles.now}>
        <h2 className={styles.title}>{scene.title}</h2>
        {props.scenario !== '' && <p className={styles.scenario}>{props.scenario}</p>}
        {props.isAsking && (
          <>
            <Answer figures={props.figures} problem={props.problem} />
            <Distance {...props} />
          </>
        )}
        <Years {...props} />
      </div>
      <div className={styles.words} tabIndex={0} role="group" aria-label="本页内容">
        <Caption text={scene.caption} />
        {props.more}
        {scene.hasLegend &&
          props.legends.map(({ title, legend }) => (
            <div key={title} className={styles.legend}>
              {legend.title === '' && <h3>{title}</h3>}
              <Legend model={{ ...legend, notes: [] }} label={title} />
            </div>
          ))}
      </div>
      <PresentBar state={state} onAction={props.onAction} />
      <VisuallyHidden live>
        {`第 ${state.index + 1} 页，共 ${state.count} 页：${scene.title}`}
      </VisuallyHidden>
    </section>
  );
}
