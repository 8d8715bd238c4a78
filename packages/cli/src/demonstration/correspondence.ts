/** One end of a channel between two processes of the demonstration. */
export interface Channel {
  /** False once the other end has gone. */
  connected?: boolean;
  send?(message: object): unknown;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  once(event: 'disconnect', listener: () => void): unknown;
}

type Message =
  | { asks: number; question: unknown }
  | { answers: number; answer: unknown }
  | { fails: number; reason: string };

/** The process at the other end. */
export interface Correspondent<Question, Answer> {
  /** Throws with the reason where the other process could not do it, or has ended. */
  ask(question: Question): Promise<Answer>;
}

/**
 * Lets two processes ask each other over their channel, whichever started the other; what else goes over it is left alone.
 *
 * @param answer what this process answers when it is asked
 */
export function correspond<Question, Answer>(
  channel: Channel,
  answer: (question: never) => Promise<unknown>,
): Correspondent<Question, Answer> {
  const waiting = new Map<number, PromiseWithResolvers<Answer>>();
  let asked = 0;
  channel.on('message', (message) => {
    if (!isMessage(message)) return;
    if ('asks' in message) {
      answer(message.question as never).then(
        (given) => say({ answers: message.asks, answer: given }),
        (error: Error) => say({ fails: message.asks, reason: error.message }),
      );
    } else if ('answers' in message) settle(message.answers)?.resolve(message.answer as Answer);
    else settle(message.fails)?.reject(new Error(message.reason));
  });
  channel.once('disconnect', () => {
    for (const number of waiting.keys()) settle(number)?.reject(new Error('the process has ended'));
  });

  /** Whether somebody is there to hear it. */
  function say(message: Message): boolean {
    if (channel.connected === false || !channel.send) return false;
    channel.send(message);
    return true;
  }

  function settle(number: number): PromiseWithResolvers<Answer> | undefined {
    const settled = waiting.get(number);
    waiting.delete(number);
    return settled;
  }

  return {
    ask: (question) => {
      asked += 1;
      if (!say({ asks: asked, question })) return Promise.reject(new Error('the process has ended'));
      const settled = Promise.withResolvers<Answer>();
      waiting.set(asked, settled);
      return settled.promise;
    },
  };
}

function isMessage(message: unknown): message is Message {
  return (
    typeof message === 'object' && message !== null && ('asks' in message || 'answers' in message || 'fails' in message)
  );
}
