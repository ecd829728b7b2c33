"""A backup put back: the same rows and files, and no mail goes out twice."""

import tarfile

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from config import backup
from network.models import Message, Network
from tests.conftest import make_person

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    (settings.MEDIA_ROOT / "portraits").mkdir(parents=True)
    (settings.MEDIA_ROOT / "portraits" / "a.jpg").write_bytes(b"picture")
    return settings.MEDIA_ROOT


def mail(network: Network, state: str) -> Message:
    return Message.objects.create(
        network=network,
        kind="nudge_1",
        key=state,
        recipient="a@b.example",
        state=state,
        not_before=timezone.now(),
    )


def test_everything_is_put_back_and_waiting_mail_is_doubted(network, media, tmp_path):
    make_person(network, "Marleen", "Oosterveld")
    for state in ("queued", "claimed", "handing", "held", "sent", "failed"):
        mail(network, state)
    (folder := tmp_path / "backups").mkdir()
    archive = backup.make(folder)
    assert [path.name for path in folder.iterdir()] == [archive.name]
    assert archive.stat().st_mode & 0o077 == 0

    network.people.all().delete()
    Network.objects.update(name="Iets anders")
    Message.objects.filter(state="sent").delete()
    (media / "portraits" / "a.jpg").write_bytes(b"damaged")

    assert backup.restore(archive) == 3
    assert Network.objects.get().name == "Pioniers Overijssel"
    assert [person.full_name for person in Network.objects.get().people.all()] == ["Marleen Oosterveld"]
    assert (media / "portraits" / "a.jpg").read_bytes() == b"picture"
    assert dict(Message.objects.values_list("key", "state")) == {
        "queued": "uncertain",
        "claimed": "uncertain",
        "handing": "uncertain",
        "held": "held",
        "sent": "sent",
        "failed": "failed",
    }


def test_a_damaged_backup_changes_nothing(network, media, tmp_path):
    archive = backup.make(tmp_path)
    with tarfile.open(archive) as whole:
        whole.extractall(tmp_path / "in", filter="data")
    (tmp_path / "in" / "media" / "portraits" / "a.jpg").write_bytes(b"changed")
    with tarfile.open(tmp_path / "bad.tar", "w") as bad:
        bad.add(tmp_path / "in", "")
    Network.objects.update(name="Van nu")
    with pytest.raises(backup.CannotRestore, match=r"portraits/a\.jpg in the backup is damaged"):
        backup.restore(tmp_path / "bad.tar")
    assert Network.objects.get().name == "Van nu"
    assert (media / "portraits" / "a.jpg").read_bytes() == b"picture"


def test_a_database_in_use_is_not_overwritten_by_mistake(network, media, tmp_path):
    call_command("backup", tmp_path, verbosity=0)
    (archive,) = tmp_path.glob("koploper-*.tar")
    with pytest.raises(CommandError, match="--replace"):
        call_command("restore", archive)
