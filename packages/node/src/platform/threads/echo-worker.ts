import { serveTasks } from './serve-tasks.ts';

/** The body of a thread that tests of the pool use: gives back what is shared, fails, or ends. */
serveTasks<string, unknown>((number) => {
  const shared = new Map<string, unknown>();
  return {
    share: (key, value) => shared.set(key, value),
    run(task) {
      if (task === 'fail') throw new RangeError('as asked');
      if (task === 'end') process.exit(3);
      return { number, shared: shared.get(task) };
    },
  };
});
