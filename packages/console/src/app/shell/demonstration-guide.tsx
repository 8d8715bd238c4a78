import type { SessionView } from '@entente/contracts/access';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { beginDraft, keepAlert } from '../../api/alerts/alert.ts';
import { stateObvious } from '../../features/access/index.ts';
import { ErrandPlace, GUIDED_STATE, type GuideActs, GuidePlace } from '../../features/demonstration/index.ts';
import { enter } from '../session-tabs.ts';

/** The guide beside every page of a demonstration, joined with the rooms it leads through. */
export function DemonstrationGuide({ session }: { session: SessionView }) {
  const client = useQueryClient();
  const router = useRouter();
  const navigate = useNavigate();
  if (!session.node.demonstration) return null;
  const acts: GuideActs = {
    onSignedIn: async (next, address) => {
      // From the sign-in page one goes there first, lest the first place of all be opened in between; from another
      // officer's page the console is loaded anew.
      if (!session.officer) await router.navigate({ href: address });
      enter(client, next, address);
    },
    onHand: async (text) => {
      const { handedText } = await import('../../features/screening/index.ts');
      handedText.set(text);
      await navigate({ to: '/desk' });
    },
    onDraft: async (content) => {
      if (!stateObvious(session, 'alerts.draft')) return await navigate({ to: '/alerts/new' });
      const alert = await beginDraft({ content });
      keepAlert(client, alert);
      await navigate({ to: '/alerts/$id/edit', params: { id: alert.id }, search: { step: 'check' } });
    },
  };
  // The other nodes of a demonstration have officers of their own: there, it says what it has sent the reader for.
  return session.node.state === GUIDED_STATE ? <GuidePlace acts={acts} /> : <ErrandPlace acts={acts} />;
}
