import { type RouteConfig, route } from "@remix-run/route-config";

/** Every URL of the product, in menu order. */
export default [route("sign-in", "routes/accounts/sign-in.tsx")] satisfies RouteConfig;
