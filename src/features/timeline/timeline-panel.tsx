import { Slider } from 'antd';
import { Pause, Play } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { TimelineYear } from '../../domain/timeline';
import { EmptyState } from '../../ui/empty-state';
import { IconButton } from '../../ui/icon-button';
import { Legend } from '../../ui/legend';
import { VisuallyHidden } from '../../ui/visually-hidden';
import type { TimelinePanelProps } from './timeline-panel-props';
import { exitingCounties, nextYear, shownYear, statusLegend, yearSentence } from './timeline-view';
import { usePlayback } from './use-playback';
import styles from './timeline-panel.module.css';

const INTERVAL_MILLISECONDS = 1800;
/** The kit's own greys are too pale for AA and for a projector. */
const MARK_STYLE = { color: 'var(--text-2)', fontSize: 12 } as const;
const SLIDER_STYLES = { rail: { background: '#b8c2cb' } } as const;

function Exiting({
  year,
  countyNames,
  onSelectCounty,
}: { readonly year: TimelineYear } & Pick<
  TimelinePanelProps,
  'countyNames' | 'onSelectCounty'
>): ReactNode {
  const counties = exitingCounties(year, countyNames);
  return (
    <p className={styles.headline}>
      <strong>{year.year}年</strong>
      {counties.length === 0 ? (
        <span>没有县计划摘帽</span>
      ) : (
        <>
          <span>计划摘帽 {counties.length} 县</span>
          {counties.map((county) => (
            <button
              key={county.code}
              type="button"
              className={styles.county}
              title={`查看${county.name}`}
              onClick={() => onSelectCounty(county.code)}
            >
              {county.name}
            </button>
          ))}
        </>
      )}
    </p>
  );
}

function Targets({ year }: { readonly year: TimelineYear }): ReactNode {
  return (
    <dl className={styles.targets} aria-label={`${year.year}年规划目标`}>
      {year.targets.map((target) => (
        <div key={`${target.label}${target.text}`}>
          <dt>{target.label}</dt>
          <dd>
            {target.text}
            <span className={styles.chapter}>{target.chapter}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** 脱贫时序 2016–2020: a slider with play, who leaves the list, what the plan aims at. Arrow keys step, Home and End jump. */
export function TimelinePanel(props: TimelinePanelProps): ReactNode {
  const { years, playing } = props;
  const [detailed, setDetailed] = useState(false);
  const shown = shownYear(years, props.year);
  usePlayback({
    years,
    year: shown?.year ?? null,
    playing,
    intervalMilliseconds: props.intervalMilliseconds ?? INTERVAL_MILLISECONDS,
    onYear: props.onYear,
    onPlaying: props.onPlaying,
  });
  const first = years[0]?.year;
  const last = years.at(-1)?.year;
  if (!shown || first === undefined || last === undefined) {
    return <EmptyState title="没有时序数据" hint="数据包里没有各年的目标和各县状态。" />;
  }
  const play = (): void => {
    if (!playing && nextYear(years, shown.year) === null) props.onYear(first);
    props.onPlaying(!playing);
  };
  return (
    <section className={styles.root} aria-label="脱贫时序">
      <div className={styles.bar}>
        <IconButton
          icon={playing ? Pause : Play}
          title={playing ? '暂停' : '按年播放'}
          pressed={playing}
          onClick={play}
        />
        <Slider
          className={styles.slider ?? ''}
          min={first}
          max={last}
          step={null}
          marks={Object.fromEntries(
            years.map(({ year }) => [year, { label: `${year}`, style: MARK_STYLE }]),
          )}
          styles={SLIDER_STYLES}
          included={false}
          value={shown.year}
          tooltip={{ open: false }}
          ariaLabelForHandle="年份"
          ariaValueTextFormatterForHandle={(value) => `${value}年`}
          onChange={(year: number) => {
            props.onPlaying(false);
            props.onYear(year);
          }}
        />
        <button
          type="button"
          className={styles.more}
          aria-expanded={detailed}
          onClick={() => setDetailed(!detailed)}
        >
          {detailed ? '收起目标' : `目标 ${shown.targets.length} 条`}
        </button>
      </div>
      <Exiting year={shown} countyNames={props.countyNames} onSelectCounty={props.onSelectCounty} />
      {detailed && (
        <div
          className={styles.detail}
          tabIndex={0}
          role="group"
          aria-label={`${shown.year}年目标与状态`}
        >
          <Targets year={shown} />
          <Legend model={statusLegend(shown, 'standard')} label="各县状态图例" />
        </div>
      )}
      <VisuallyHidden live>{yearSentence(shown, props.countyNames)}</VisuallyHidden>
    </section>
  );
}
