/** Lets the page draw and answer between slices of long work. Not a timer: hidden tabs get theirs once a second. */
export function breathe(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Work in steps to its end, a breath before each. */
export async function inBreaths<T>(steps: Generator<void, T>): Promise<T> {
  for (;;) {
    await breathe();
    const step = steps.next();
    if (step.done) return step.value;
  }
}
