/** How to answer a request, once its transaction is committed: a refusal rolls nothing back, a redirect is never early. */
export type Answer = () => Response | Promise<Response>;
