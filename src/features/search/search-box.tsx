import { Search, X } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { formatInteger } from '../../ui/format';
import { IconButton } from '../../ui/icon-button';
import { VisuallyHidden } from '../../ui/visually-hidden';
import { comboboxAction, isSearchShortcut } from './combobox-keys';
import type { SearchBoxProps, SearchResult } from './search-box-props';
import type { SearchAnswer } from './search-index';
import { SEARCH_KIND_WORDS } from './search-items';
import { useSearchIndex, type IndexState } from './use-search-index';
import styles from './search-box.module.css';

const SHOWN = 12;
const NOTHING: SearchAnswer = { results: [], total: 0 };

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

function useSearchShortcut(focus: () => void): void {
  const current = useRef(focus);
  useEffect(() => {
    current.current = focus;
  });
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      if (!isSearchShortcut(event, isTyping(event.target))) return;
      event.preventDefault();
      current.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function Empty({ state, text }: { readonly state: IndexState; readonly text: string }): ReactNode {
  switch (state.status) {
    case 'building':
      return <p className={styles.empty}>正在准备检索，请稍候…</p>;
    case 'failed':
      return <p className={styles.empty}>检索没有准备好（{state.text}）。请刷新页面再试。</p>;
    case 'ready':
      return (
        <div className={styles.empty}>
          <p>没有找到“{text.trim()}”。可以试试：</p>
          <ul>
            <li>名称里连续的两个字，如“禹渡”</li>
            <li>全拼或首字母，如“ruicheng”“dyd”</li>
            <li>行政区划代码的前几位，如“140830”</li>
            <li>先写县或乡镇，空一格再写村名</li>
          </ul>
        </div>
      );
  }
}

interface ResultListProps {
  readonly id: string;
  readonly answer: SearchAnswer;
  readonly active: number;
  readonly onActive: (at: number) => void;
  readonly onPick: (result: SearchResult) => void;
}

function ResultList({ id, answer, active, onActive, onPick }: ResultListProps): ReactNode {
  return (
    <>
      <ul id={id} role="listbox" aria-label="检索结果" className={styles.list}>
        {answer.results.map((result, at) => (
          <li
            key={`${result.kind}:${result.id}`}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === active}
            className={styles.option}
            onPointerMove={() => onActive(at)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onPick(result)}
          >
            <span className={styles.kind}>{SEARCH_KIND_WORDS[result.kind]}</span>
            <span className={styles.title}>{result.title}</span>
            <span className={styles.subtitle}>{result.subtitle}</span>
          </li>
        ))}
      </ul>
      {answer.total > answer.results.length && (
        <p className={styles.more}>
          共 {formatInteger(answer.total)} 条，只列前 {answer.results.length} 条，再多写几个字
        </p>
      )}
    </>
  );
}

function spokenCount(open: boolean, answer: SearchAnswer): string {
  if (!open) return '';
  return answer.total === 0 ? '没有结果' : `${formatInteger(answer.total)} 条结果`;
}

/** Combobox over every name and code of the pack. “/” or Ctrl+K goes to it from anywhere. */
export function SearchBox({ pack, projects, imports, onPick }: SearchBoxProps): ReactNode {
  const [wanted, setWanted] = useState(false);
  const state = useSearchIndex(pack, projects, imports, wanted);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const answer = state.status === 'ready' ? state.index.search(text, SHOWN) : NOTHING;
  const shown = open && text.trim() !== '';
  const count = shown ? answer.results.length : 0;

  useSearchShortcut(() => {
    input.current?.focus();
    input.current?.select();
  });
  const write = (next: string): void => {
    setText(next);
    setActive(-1);
    setOpen(true);
  };
  const pick = (result: SearchResult): void => {
    setText(result.title);
    setOpen(false);
    onPick(result);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter and arrows belong to the input method while it composes pinyin.
    if (event.nativeEvent.isComposing) return;
    const action = comboboxAction(event.key, { active, count, text });
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    if (action.type === 'move') setActive(action.active);
    else if (action.type === 'clear') write('');
    else if (action.type === 'leave') input.current?.blur();
    else {
      const result = answer.results[action.at];
      if (result) pick(result);
    }
  };
  return (
    <div
      className={styles.root}
      role="search"
      onPointerEnter={() => setWanted(true)}
      onFocus={() => setWanted(true)}
    >
      <Search size={16} aria-hidden className={styles.icon} />
      <input
        ref={input}
        className={styles.input}
        type="text"
        role="combobox"
        aria-label="检索县、乡镇、村、项目"
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(active >= 0 && count > 0 && { 'aria-activedescendant': `${listId}-${active}` })}
        autoComplete="off"
        spellCheck={false}
        placeholder="检索名称、代码、拼音首字母"
        value={text}
        onChange={(event) => write(event.target.value)}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {text === '' ? (
        <kbd className={styles.key} title="按 / 或 Ctrl+K 开始检索">
          /
        </kbd>
      ) : (
        <IconButton
          icon={X}
          title="清空检索"
          keyHint="Esc"
          size={14}
          onClick={() => {
            write('');
            input.current?.focus();
          }}
        />
      )}
      {shown && (
        <div className={styles.popup}>
          {count > 0 ? (
            <ResultList
              id={listId}
              answer={answer}
              active={active}
              onActive={setActive}
              onPick={pick}
            />
          ) : (
            <Empty state={state} text={text} />
          )}
        </div>
      )}
      <VisuallyHidden live>{spokenCount(shown, answer)}</VisuallyHidden>
    </div>
  );
}
