"""Assess the exports every working day at six, as a DAG of Apache Airflow 2.4 or later.

Exit codes decide what Airflow does: 0 goes on; 75 (in use, or an export is being written) is tried again later; 1 (done, but
beyond what fail-on allows) fails without another attempt, with the outputs in place; so does everything else. A failure is
told with the reason that outsift gives: put whatever wakes the right person into `alert`.
"""

import subprocess
import sys
from datetime import datetime, timedelta

from airflow.decorators import dag, task
from airflow.exceptions import AirflowException, AirflowFailException

JOB = "/srv/outsift/outsift.toml"
TRY_AGAIN = 75


def alert(context):
    """What is done where the task has failed for good."""
    print(f"outsift has failed: {context['exception']}")


@dag(
    schedule="0 6 * * 1-5",
    start_date=datetime(2026, 1, 1),
    catchup=False,
    max_active_runs=1,
    default_args={
        "retries": 3,
        "retry_delay": timedelta(minutes=5),
        "execution_timeout": timedelta(hours=2),
        "on_failure_callback": alert,
    },
)
def sourcing_portfolio_review():
    """Assess every export, and pass the figures on."""

    @task
    def assess(logical_date=None):
        """Run outsift; its summary, which is JSON, is what the task returns."""
        command = ["outsift", "assess", "--job", JOB, "--json", "--date", logical_date.strftime("%Y-%m-%d")]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
        print(done.stderr, file=sys.stderr, end="")
        if done.returncode == TRY_AGAIN:
            raise AirflowException("outsift: in use or changing, to be tried again")
        if done.returncode != 0:
            raise AirflowFailException(f"outsift: exit code {done.returncode}\n{done.stderr}")
        return done.stdout

    assess()


sourcing_portfolio_review()
