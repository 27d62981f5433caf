// Asks the engine again and again while a hand moves a slider or a line, without falling behind and without starving:
// one question is in flight, and of those that come meanwhile only the newest waits. An answer that comes is given out
// even when a newer question waits, for it is newer than what is on the screen. When no question has come for a moment,
// the whole answer to the last one is asked for where the quick one left something out; a new question ends that.
export interface Asking<Question, Answer> {
  /** The answer at once; what it leaves out, `isWhole` tells. */
  readonly quick: (question: Question, signal: AbortSignal) => Promise<Answer>;
  readonly whole: (question: Question, signal: AbortSignal) => Promise<Answer>;
  readonly isWhole: (answer: Answer) => boolean;
  readonly onAnswer: (answer: Answer, question: Question) => void;
  /** A failure, or a cancel by `cancel`; never the ends that a newer question brings. */
  readonly onFailure: (error: unknown, question: Question) => void;
  /** Called when asking begins and when nothing is asked any more. */
  readonly onBusy?: (isBusy: boolean) => void;
  /** Between the last question and the whole answer. */
  readonly restMilliseconds: number;
}

type Stage = 'idle' | 'quick' | 'resting' | 'whole';

export class LatestAnswer<Question, Answer> {
  private stage: Stage = 'idle';
  private waiting: { readonly question: Question } | null = null;
  private abort: AbortController | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly asking: Asking<Question, Answer>) {}

  ask(question: Question): void {
    if (this.stage === 'quick') {
      this.waiting = { question };
      return;
    }
    const wasIdle = this.stage === 'idle';
    this.halt();
    if (wasIdle) this.asking.onBusy?.(true);
    this.askQuick(question);
  }

  /** Ends what runs and forgets what waits; `onFailure` gets the engine's cancellation. */
  cancel(): void {
    this.waiting = null;
    if (this.stage === 'resting') this.stop();
    else this.abort?.abort();
  }

  /** Ends everything without a word. */
  stop(): void {
    const wasIdle = this.stage === 'idle';
    this.waiting = null;
    this.halt();
    if (!wasIdle) this.asking.onBusy?.(false);
  }

  private halt(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const { abort } = this;
    this.abort = null;
    this.stage = 'idle';
    abort?.abort();
  }

  private askQuick(question: Question): void {
    this.run('quick', question, this.asking.quick, (answer) => {
      const { waiting } = this;
      this.waiting = null;
      this.stage = 'resting';
      this.asking.onAnswer(answer, question);
      if (waiting !== null) this.askQuick(waiting.question);
      else if (this.asking.isWhole(answer)) this.finish();
      else this.rest(question);
    });
  }

  private rest(question: Question): void {
    this.timer = setTimeout(() => {
      this.timer = null;
      this.run('whole', question, this.asking.whole, (answer) => {
        this.finish();
        this.asking.onAnswer(answer, question);
      });
    }, this.asking.restMilliseconds);
  }

  private finish(): void {
    this.stage = 'idle';
    this.abort = null;
    this.asking.onBusy?.(false);
  }

  private run(
    stage: Stage,
    question: Question,
    call: (question: Question, signal: AbortSignal) => Promise<Answer>,
    onDone: (answer: Answer) => void,
  ): void {
    const abort = new AbortController();
    this.abort = abort;
    this.stage = stage;
    // Halted meanwhile: a newer question has taken over, or nobody listens any more.
    const isCurrent = (): boolean => this.abort === abort;
    call(question, abort.signal).then(
      (answer) => {
        if (isCurrent()) onDone(answer);
      },
      (error: unknown) => {
        if (!isCurrent()) return;
        const { waiting } = this;
        this.waiting = null;
        this.finish();
        this.asking.onFailure(error, question);
        if (waiting !== null) this.ask(waiting.question);
      },
    );
  }
}
