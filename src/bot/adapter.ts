import {
  type Activity,
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder';

const OUTBOX = Symbol('outbox');

/** An adapter in the same process: what the bot sends is collected and given back to the channel. */
export class InProcessAdapter extends BotAdapter {
  /** Runs one turn and returns what the bot sent. */
  async process(
    activity: Partial<Activity>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<Partial<Activity>[]> {
    const context = new TurnContext(this, activity);
    const outbox: Partial<Activity>[] = [];
    context.turnState.set(OUTBOX, outbox);
    await this.runMiddleware(context, logic);
    return outbox;
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const outbox = context.turnState.get<Partial<Activity>[]>(OUTBOX);
    outbox?.push(...activities);
    return activities.map((_, index) => ({ id: String(index) }));
  }

  // What was said is not changed afterwards, and nobody is written to first: nothing here can do either.
  override async updateActivity(): Promise<void> {
    throw new Error('The in-process adapter does not update activities.');
  }

  override async deleteActivity(): Promise<void> {
    throw new Error('The in-process adapter does not delete activities.');
  }

  override async continueConversation(_reference: Partial<ConversationReference>): Promise<void> {
    throw new Error('The in-process adapter does not write first.');
  }
}
