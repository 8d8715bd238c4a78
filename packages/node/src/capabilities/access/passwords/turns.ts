/** More work waits than can be done in good time. */
export class TooManyWaiting extends Error {
  constructor() {
    super('too much work is waiting for its turn');
    this.name = 'TooManyWaiting';
  }
}

/** Does work in turn: `atOnce` pieces at a time, at most `mostWaiting` behind them; what comes on top is refused. */
export function createTurns(atOnce: number, mostWaiting: number) {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    if (running < atOnce) running += 1;
    else {
      if (waiting.length >= mostWaiting) throw new TooManyWaiting();
      // Whoever finishes hands his place over, so `running` stands.
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
