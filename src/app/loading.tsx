import { Button } from 'antd';
import type { Problem } from '../domain/problem';
import { formatInteger } from '../ui/format';
import { ProblemList } from '../ui/problem-list';
import type { OpeningStep } from './open-region';
import type { RegionOffer } from './region-offers';

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1024)} KB`;

function stepText({ stage, done, total }: OpeningStep): string {
  if (stage === 'villages') return `正在核对村庄 ${formatInteger(done)} / ${formatInteger(total)}`;
  return `正在读取区域数据${total > 0 ? ` ${kilobytes(done)} / ${kilobytes(total)}` : ''}`;
}

export function Loading({ step }: { readonly step: OpeningStep }) {
  const { done, total } = step;
  return (
    <main className="opening" aria-busy="true">
      <h1>村图</h1>
      <p role="status">{stepText(step)}</p>
      <progress aria-label="读取进度" max={total || 1} {...(total > 0 ? { value: done } : {})} />
    </main>
  );
}

interface LoadFailureProps {
  readonly problems: readonly Problem[];
  /** Regions to open instead. */
  readonly offers: readonly RegionOffer[];
  readonly onRetry: () => void;
  readonly onRegion: (regionId: string) => void;
}

/** The region cannot be opened: says what is wrong with which file, and how to mend it. */
export function LoadFailure({ problems, offers, onRetry, onRegion }: LoadFailureProps) {
  return (
    <main className="opening" role="alert">
      <h1>区域数据打不开</h1>
      <p>共 {problems.length} 处问题，数据没有改动：</p>
      <ProblemList problems={problems} />
      <Button type="primary" onClick={onRetry}>
        重新读取
      </Button>
      {offers.map(({ id, name, planTitle }) => (
        <Button key={id} onClick={() => onRegion(id)}>
          打开{name}：{planTitle}
        </Button>
      ))}
    </main>
  );
}
