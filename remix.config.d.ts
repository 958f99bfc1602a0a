declare const options: {
  ignoredRouteFiles: string[];
  serverModuleFormat: "esm";
  future: {
    v3_fetcherPersist: true;
    v3_relativeSplatPath: true;
    v3_throwAbortReason: true;
    v3_lazyRouteDiscovery: true;
    v3_routeConfig: true;
    v3_singleFetch: true;
  };
};
export default options;
