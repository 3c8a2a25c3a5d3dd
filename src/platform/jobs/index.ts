export { defineJob, handle, type Job, type JobHandler, type JobIds, type JobOptions, type JobWork } from './define.ts';
export { type Jobs, type StartJobs, startJobs } from './jobs.ts';
