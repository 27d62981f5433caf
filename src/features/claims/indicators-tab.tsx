import type { ReactNode } from 'react';
import { indicatorCandidates, usualProjects } from '../../analysis/indicator-projects';
import { INDICATOR_METHODS, type Indicator, WEIGHT_WORDS } from '../../analysis/indicators';
import type { Project } from '../../domain/project';
import { METRES_PER_KILOMETRE } from '../../domain/units';
import { EmptyState } from '../../ui/empty-state';
import { NumberField } from '../../ui/number-field';
import { StrengthSymbol } from '../../ui/state-symbol';
import {
  CHOSEN_WEIGHTS,
  type IndicatorChoice,
  type IndicatorSettings,
  withChoice,
} from './indicator-settings';
import {
  type IndicatorParts,
  type KnownIndicatorView,
  candidateViews,
  indicatorView,
  withoutPlaceText,
} from './indicators-view';
import { ResultMark } from './word-mark';
import styles from './claims.module.css';

const WIDTH = 400;

/** Solid, paler, outlined: certain, as drawn, possible. */
function ShareBar({ parts }: { readonly parts: IndicatorParts }): ReactNode {
  const [certain, drawn, possible] = [parts.certain, parts.asDrawn, parts.possible].map(
    (share) => share * WIDTH,
  ) as [number, number, number];
  return (
    <svg
      viewBox={`0 0 ${WIDTH} 16`}
      className={styles.shareBar}
      preserveAspectRatio="none"
      aria-hidden
    >
      <rect width={WIDTH} height="16" fill="var(--page)" stroke="var(--line)" />
      <rect width={certain} height="16" fill="var(--cover)" />
      <rect x={certain} width={drawn} height="16" fill="var(--cover)" fillOpacity="0.5" />
      <rect
        x={certain + drawn}
        y="1"
        width={possible}
        height="14"
        fill="none"
        stroke="var(--cover)"
        strokeDasharray="4 2"
      />
    </svg>
  );
}

function Known({ view }: { readonly view: KnownIndicatorView }): ReactNode {
  return (
    <>
      <p className={styles.shareLine}>
        <span className={styles.big}>{view.share}</span> <span>{view.range}</span>
      </p>
      <ShareBar parts={view.parts} />
      <p className={styles.small}>
        <StrengthSymbol strength={3} size={12} /> 确定 <StrengthSymbol strength={2} size={12} />{' '}
        按标绘 <StrengthSymbol strength={1} size={12} /> 可能。{view.identity}
      </p>
      <p className={styles.small}>{view.basis}</p>
      {view.flags.map((flag) => (
        <p key={flag} className={styles.flag}>
          {flag}
        </p>
      ))}
    </>
  );
}

interface ChoiceProps {
  readonly indicator: Indicator;
  readonly projects: readonly Project[];
  readonly choice: IndicatorChoice;
  readonly onChange: (change: Partial<IndicatorChoice>) => void;
}

/** Which projects count, and how near is near. */
function Choice({ indicator, projects, choice, onChange }: ChoiceProps): ReactNode {
  const { id } = indicator;
  const usual = usualProjects(id, projects);
  const chosen = choice.projectIds ?? usual;
  const candidates = indicatorCandidates(id, projects);
  const toggle = (projectId: string): void => {
    const isChosen = chosen.includes(projectId);
    onChange({
      projectIds: isChosen ? chosen.filter((each) => each !== projectId) : [...chosen, projectId],
    });
  };
  return (
    <>
      <div className={styles.wrap}>
        距离{' '}
        <NumberField
          label="距离"
          unit="公里"
          value={choice.distanceMetres / METRES_PER_KILOMETRE}
          min={0.1}
          max={50}
          step={0.5}
          onChange={(kilometres) =>
            onChange({ distanceMetres: Math.round(kilometres * METRES_PER_KILOMETRE) })
          }
        />
      </div>
      <fieldset className={styles.candidates}>
        <legend>
          {id === 'rural-access-index' ? '哪些项目算作全天候道路' : '哪些项目算作这类地点'}
        </legend>
        {candidateViews(candidates, chosen).map((view) => (
          <label key={view.id} className={styles.candidate}>
            <input type="checkbox" checked={view.isChosen} onChange={() => toggle(view.id)} />
            {view.text}
          </label>
        ))}
        <p className={styles.small}>{withoutPlaceText(candidates, usual)}</p>
      </fieldset>
    </>
  );
}

export interface IndicatorsTabProps {
  readonly indicators: readonly Indicator[];
  readonly projects: readonly Project[];
  readonly indicatorSettings: IndicatorSettings;
  readonly onIndicatorSettings: (settings: IndicatorSettings) => void;
}

/** 指标: shares of people within reach, in the three states, or what they lack. */
export function IndicatorsTab(props: IndicatorsTabProps): ReactNode {
  const { indicators, indicatorSettings: settings, onIndicatorSettings } = props;
  if (indicators.length === 0) {
    return (
      <EmptyState title="没有可算的指标" hint="导入道路、卫生室、学校或安置点后在这里计算。" />
    );
  }
  return (
    <div className={styles.scrollBody}>
      <div role="group" aria-label="按什么算比例" className={styles.wrap}>
        按什么算比例：
        {CHOSEN_WEIGHTS.map((basis) => (
          <button
            key={basis}
            type="button"
            aria-pressed={basis === settings.weights}
            className={styles.choice}
            onClick={() => onIndicatorSettings({ ...settings, weights: basis })}
          >
            {WEIGHT_WORDS[basis]}
          </button>
        ))}
      </div>
      <ul className={styles.indicators}>
        {indicators.map((indicator) => {
          const view = indicatorView(indicator, props.projects);
          return (
            <li key={view.id}>
              <h3 className={styles.heading}>{view.title}</h3>
              {view.status === 'known' ? (
                <Known view={view} />
              ) : (
                <p className={styles.needs}>
                  <ResultMark result="missing-data" word="缺数据" />
                  ：需要{view.needs.join('；')}。
                </p>
              )}
              <Choice
                indicator={indicator}
                projects={props.projects}
                choice={settings.choices[indicator.id]}
                onChange={(change) =>
                  onIndicatorSettings(withChoice(settings, indicator.id, change))
                }
              />
              <p className={styles.small}>{INDICATOR_METHODS[indicator.id]}</p>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
