export { createHost, wireLimit } from "./host";
export type { Counters, Host, HostOptions, InjectedError } from "./host";
