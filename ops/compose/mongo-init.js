// Makes the three members one replica set and the account of Muniment, once. Again it changes nothing.
// The first is primary where it can be: the account is made from there.
const members = ["mongo-1", "mongo-2", "mongo-3"].map((host, _id) => ({
  _id,
  host: `${host}:27017`,
  priority: _id === 0 ? 2 : 1,
}));
const REQUIRES_AUTHENTICATION = 13;

try {
  rs.initiate({ _id: "rs0", members });
} catch (refused) {
  if (refused.code === REQUIRES_AUTHENTICATION) {
    quit(0);
  }
  if (refused.codeName !== "AlreadyInitialized") {
    throw refused;
  }
}
while (!db.hello().isWritablePrimary) {
  sleep(500);
}
db.getSiblingDB("admin").createUser({
  user: "muniment",
  pwd: process.env.MONGODB_PASSWORD,
  roles: [
    { role: "readWrite", db: "muniment" },
    { role: "clusterMonitor", db: "admin" },
  ],
});
