import { type ReactNode, useEffect, useRef } from 'react';
import styles from './print.module.css';

/** The sheet as it will be printed, as large as there is room. `svg` null: nothing to show. */
export function PagePreview(props: {
  readonly svg: string | null;
  readonly isBehind: boolean;
}): ReactNode {
  const { svg } = props;
  const paperRef = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const paper = paperRef.current;
    if (!paper) return;
    if (svg === null) return paper.replaceChildren();
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    parsed.removeAttribute('width');
    parsed.removeAttribute('height');
    paper.replaceChildren(document.importNode(parsed, true));
  }, [svg]);
  return (
    <div className={styles.preview} aria-busy={props.isBehind}>
      <div ref={paperRef} className={styles.paper} role="img" aria-label="版面预览" />
      <p className={styles.hint} role="status">
        {props.isBehind ? '正在画预览…' : '预览与输出同一版面，地图图像在输出时更清晰'}
      </p>
    </div>
  );
}
