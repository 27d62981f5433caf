import { Button } from 'antd';
import type { Problem } from '../domain/problem';
import { ProblemList } from '../ui/problem-list';

interface LoadingProps {
  readonly doneBytes: number;
  readonly totalBytes: number;
}

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1024)} KB`;

export function Loading({ doneBytes, totalBytes }: LoadingProps) {
  return (
    <main className="opening" aria-busy="true">
      <h1>村图</h1>
      <p role="status">
        正在读取区域数据
        {totalBytes > 0 && ` ${kilobytes(doneBytes)} / ${kilobytes(totalBytes)}`}
      </p>
      <progress
        aria-label="读取进度"
        max={totalBytes || 1}
        {...(totalBytes > 0 ? { value: doneBytes } : {})}
      />
    </main>
  );
}

interface LoadFailureProps {
  readonly problems: readonly Problem[];
  readonly onRetry: () => void;
}

/** The region cannot be opened: says what is wrong with which file, and how to mend it. */
export function LoadFailure({ problems, onRetry }: LoadFailureProps) {
  return (
    <main className="opening" role="alert">
      <h1>区域数据打不开</h1>
      <p>共 {problems.length} 处问题，数据没有改动：</p>
      <ProblemList problems={problems} />
      <Button type="primary" onClick={onRetry}>
        重新读取
      </Button>
    </main>
  );
}
