"""Pictures of what people see in the chats, for people to look at: `make previews`."""
