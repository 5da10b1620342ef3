/**
 * The one seam of the application: whoever answers LangSmith's HTTP API is a function of this type.
 * The network (Cloud, self-hosted) is one implementation, the embedded engine is the other; nothing
 * above this line may ask which one it has.
 */
export type Fetch = (request: Request) => Promise<Response>;
