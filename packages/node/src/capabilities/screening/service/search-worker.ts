import { attachIndex, type IndexMemory, type NameSearch } from '@entente/matching';
import { serveTasks } from '../../../platform/threads/serve-tasks.ts';
import type { SearchResult, SearchTask } from '../model/search-task.ts';

/** The body of a thread that searches: the indexes are the node's own, in the memory that it shares. */
serveTasks<SearchTask, SearchResult>((number) => {
  const searches = new Map<string, NameSearch>();
  return {
    share(key, value) {
      if (value === undefined) searches.delete(key);
      else searches.set(key, attachIndex(value as IndexMemory, number));
    },
    run: (task) =>
      task.map(({ index, query, limit }) => {
        const search = searches.get(index);
        if (!search) throw new Error('An index is asked that was not shared');
        return search.search(query, { limit });
      }),
  };
});
