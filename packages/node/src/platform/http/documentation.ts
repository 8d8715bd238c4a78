import { Problem } from '@entente/contracts/problem';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { Http } from './instance.ts';

/** What any route answers when it does not do what it was asked. */
const REFUSAL = {
  description: 'A problem; `code` is explained in docs/reference/problems.md',
  content: { 'application/problem+json': { schema: Problem } },
};

/** Serves the OpenAPI document, made from the routes' contracts, at /api/docs/json and as a page at /api/docs. */
export async function serveDocumentation(http: Http): Promise<void> {
  await http.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Entente',
        description: "The interface of a member's node. Every failure is an RFC 9457 problem with a stable `code`.",
        version: '1',
      },
    },
    transform: ({ schema, url, route }) => {
      const gate = route.config?.gate;
      const room = /^\/api\/([a-z-]+)/.exec(url)?.[1];
      const needs = !gate
        ? ''
        : 'open' in gate
          ? `Open: ${gate.open}.`
          : `Needs \`${gate.action}\`${gate.personal ? ', and a stated purpose' : ''}.`;
      return {
        url,
        schema: {
          ...schema,
          ...(room ? { tags: [room] } : { hide: true }),
          response: { ...(schema?.response as object | undefined), default: REFUSAL },
          description: [schema?.description, needs].filter(Boolean).join('\n\n'),
        },
      };
    },
  });
  await http.register(swaggerUi, {
    routePrefix: '/api/docs',
    // To be read: a trial from this page would lack the session's token, and personal data a purpose.
    uiConfig: { layout: 'BaseLayout', supportedSubmitMethods: [] },
  });
}
